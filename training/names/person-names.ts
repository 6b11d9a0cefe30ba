const worlds: readonly (readonly [string, string])[] = [
  [
    "Mamadou Moussa Ibrahim Amadou Boubacar Oumar Seydou Souleymane Abdoulaye Modibo Adama Fatoumata Mariam Aminata Kadiatou Aïssata Bakary Drissa Issa Yacouba Salif Hamidou Ousmane Cheick Alassane Idrissa Mahamadou Sékou Lassina Tiémoko Alou Boureima Harouna Rasmané Hamado Roukiatou Djénéba Oumou",
    "Keïta Traoré Coulibaly Diallo Diarra Cissé Touré Konaté Sangaré Maïga Dicko Barry Sow Diop Ndiaye Sall Camara Condé Kaboré Ouédraogo Sawadogo Compaoré Zongo Sidibé Koné Ouattara Dembélé Doumbia Fofana Bagayoko Kanté Sissoko Tall Ly Ba Dia Kane Sanogo Berthé Togo Guindo Kodio Ag-Mohamed Zerbo Yaméogo Nikiéma Tiendrébéogo",
  ],
  [
    "Mahamat Idriss Hassan Abakar Ali Moussa Mahamane Issoufou Salou Hadiza Rakia Harouna Laouali Sani Abdou Mariama Saleh Brahim Haroun Kaltouma Younous Adoum Oumarou Souley Illiassou",
    "Mahamadou Issoufou Déby Itno Bazoum Tchiani Masra Abdelkerim Djibrine Kebzabo Adoum Nassour Garba Salissou Hamani Boukari Seyni Oumarou Abarchi Souley Amadou Tandja Halidou Djermakoye Bagalé Saleh Youssouf",
  ],
  [
    "Abubakar Musa Ibrahim Umar Yusuf Aliyu Sani Bello Aminu Usman Kabiru Babagana Zainab Hauwa Aisha Fatima Halima Chinedu Emeka Ngozi Ifeoma Chukwuma Obinna Uche Tunde Femi Adebayo Olusegun Yemi Folake Bukola Segun Ade Kunle Chioma Amaka Nnamdi Ikechukwu Danladi Haruna Garba Lawal",
    "Buhari Shettima Zulum Ndume Bello Danjuma Abdullahi Okonkwo Okafor Nwosu Eze Obi Adeyemi Adebayo Ogunleye Balogun Afolabi Okoro Nwachukwu Musa Garba Lawal Mohammed Gusau Magaji Tukur Suleiman Bala Kyari Monguno Adamu Sule Onyeama Ekwueme Olatunji Bakare Akande Etim Effiong Amadi Wike",
  ],
  [
    "Abebe Kebede Tesfaye Getachew Haile Tadesse Mulugeta Alemu Hailu Girma Dawit Yonas Selam Hirut Tigist Almaz Meles Debretsion Gebre Tsegaye Berhane Isaias Kidane Yemane Lemma Jawar Dereje Temesgen Birhanu",
    "Abera Alemayehu Bekele Desta Gebremedhin Gebremichael Gebreselassie Haile Hailemariam Kebede Lemma Mekonnen Mengesha Negash Tadesse Tesfaye Wolde Woldemariam Yohannes Zewde Afwerki Tekle Berhe Hagos Asfaw Deressa Gudina Legesse Regassa",
  ],
  [
    "Mohamed Abdi Hassan Ahmed Abdullahi Ali Farah Nur Hussein Abdirahman Osman Yusuf Omar Mohamud Fadumo Hodan Amina Sahra Halima Abdirizak Abdikarim Jama Warsame Sharif Muse Ismail Dahir Bashir Ibado",
    "Abdi Farah Warsame Mohamud Farmajo Roble Jama Hersi Gedi Aideed Ahmed Nur Khaire Sharmarke Duale Godane Robow Aweys Shire Elmi Guled Dirie Hirsi Isse Samatar Egal Barre Osman Abdulle Mursal Gurey",
  ],
  [
    "Deng Garang Riek Salva Taban John Peter James Gatluak Malong Kuol Nyandeng Angelina Rebecca Lam Pagan Majok Akol Simon Gatwech Mabior Chol Tut Joseph Osman Kamal Yasir Abdelrahman Siddig Babiker Ibrahim Eltayeb Abdelwahid Minni Amna Sara",
    "Machar Kiir Garang Deng Gai Akol Malong Awan Ajak Lual Kuol Gatluak Mabior Akec Bol Nhial Chuol Arman Minnawi Nur Hamdok Dagalo Burhan Kabashi Atta Hilu Agar Ibrahim Turabi Mahdi Daglo Elnour Abdelbagi Khalil Koak",
  ],
  [
    "Jean-Pierre Joseph Félix Martin Patrick Emmanuel Laurent Bosco Sylvestre Moïse Vital Jean-Claude Denis Augustin Innocent Évariste Pierre Faustin Justin Célestin Espérance Jeanne Marie-Claire Thérèse Julien Dieudonné Gédéon Bienvenu Prosper Trésor Ruffin Guy Nestor Cléophas Fabrice",
    "Kabila Tshisekedi Katumbi Fayulu Bemba Kamerhe Mukwege Ntaganda Nkunda Lubanga Kabuya Muyaya Mbusa Nyamwisi Ilunga Mwamba Kasongo Mutombo Kalala Tshibangu Ngoy Mukendi Kambale Paluku Muhindo Kakule Bahati Ndayishimiye Niyonzima Hakizimana Habimana Nsengiyumva Uwimana Mugisha Touadéra Bozizé Djotodia Ngaïssona Yekatom Dondra Biya Atanga Nfon",
  ],
  [
    "Uhuru William Raila Kipchumba Wanjiku Njeri Otieno Ochieng Kamau Mwangi Wairimu Achieng Fred Moses Yoweri Robert Winnie Grace Okello Joseph Jakaya Halima Rehema Filipe Armando Ossufo Bernardino Tendai Nelson Emmerson Tsitsi Thabo Cyril Sipho Lindiwe Nomsa Zodwa",
    "Kenyatta Ruto Odinga Matiangi Kibicho Mwangi Kamau Njoroge Kariuki Wanyama Ouma Omondi Museveni Besigye Kyagulanyi Kayihura Opondo Okello Otunnu Nyerere Magufuli Kikwete Nyusi Dhlakama Momade Machel Mnangagwa Chamisa Biti Moyo Ncube Zuma Malema Gordhan Dlamini Khumalo Mokonyane Motlanthe",
  ],
  [
    "Ahmed Mohamed Mahmoud Abdel Hassan Hussein Ali Omar Khaled Mustafa Ibrahim Youssef Tarek Amr Hossam Sherif Samir Fathi Khalifa Fayez Aguila Ramadan Abdelhamid Abdelaziz Abdelmadjid Said Noureddine Rachid Lakhdar Moncef Kais Rached Yassine Aziz Saâdeddine Nadia Amina Leïla Houda Samira Salah Sami",
    "el-Sisi Morsi Mubarak Shoukry Moussa ElBaradei Sabahi Shafiq el-Beltagy Badie Haftar al-Sarraj Saleh Bashagha al-Mishri Dbeibah Zeidan Jibril Bouteflika Tebboune Ouyahia Benflis Sellal Gaïd-Salah Marzouki Ghannouchi Essebsi Belaïd Brahmi Saïed Jebali Benkirane El-Othmani Zefzafi Ouahbi Droukdel Belmokhtar Bouzid al-Obeidi el-Magariaf al-Zintani Belhadj",
  ],
  [
    "Abu_Bakr Abu_Musab Abu_Mohammed Abu_Omar Abu_Yahya Abu_Ayyub Abu_Walid Abu_Sayyaf Abu_Hafs Abu_Zubaydah Bashar Maher Rami Hassan Hussein Ali Nouri Haider Adil Mustafa Barham Masoud Nechirvan Qais Hadi Ammar Muqtada Ayad Saleh Saad Saeed Nabih Walid Samir Michel Najib Riad Fouad Ziad Riyad Abdul_Rahman Abdul_Karim Abdul_Malik Abd_al-Rahman Mohammed Khalid Zaid Faisal Turki Adel",
    "al-Assad al-Baghdadi al-Zarqawi al-Julani al-Masri al-Shami al-Iraqi al-Libi al-Muhajir al-Adnani al-Qurayshi al-Maliki al-Abadi al-Kadhimi al-Sudani al-Sadr al-Hakim al-Amiri al-Khazali al-Muhandis al-Jaafari al-Hashimi al-Nujaifi Allawi Barzani Talabani Hariri Jumblatt Geagea Aoun Berri Nasrallah Mikati Salameh al-Houthi Hadi Saleh al-Zubaidi al-Ahmar Jubeir al-Moallem Hijab Seif Tlass Sabra al-Bunni Abdul-Rahman al-Otaibi al-Ghamdi al-Shehri al-Awlaki al-Wuhayshi",
  ],
  [
    "Mahmoud Ismail Yahya Khaled Saeb Mustafa Marwan Mohammed Yasser Jibril Hanan Nabil Ziad Bassem Izzat Sami Fawzi Ahmad Benjamin Avigdor Ehud Naftali Yair Benny Yoav Moshe Gadi Herzi Avi Yossi Dror Noa Tzipi Ayelet Itamar Bezalel Ron Eitan Gideon Shlomo Rivka",
    "Abbas Haniyeh Sinwar Meshaal Erekat Barghouti Dahlan Rajoub Ashrawi Shtayyeh Deif Zahar Hamdan Shahin Abu-Zuhri Tamimi Qawasmi Netanyahu Lieberman Barak Bennett Lapid Gantz Gallant Ya'alon Eisenkot Halevi Dichter Cohen Levy Mizrahi Livni Shaked Ben-Gvir Smotrich Dermer Hagari Katz Bar-Lev Sa'ar",
  ],
  [
    "Hassan Mohammad Ali Mahmoud Ebrahim Qassem Hossein Javad Akbar Mehdi Reza Saeed Esmail Amir Gholam Masoud Nasrin Narges Shirin Zahra Recep Abdullah Ahmet Mevlüt Hulusi Süleyman Binali Kemal Devlet Selahattin Ekrem Meral Hakan Fatma Emine Cemil Murat Duran Osman Figen",
    "Rouhani Raisi Khamenei Zarif Larijani Soleimani Jafari Salami Ghaani Hajizadeh Mousavi Karroubi Rezaei Qalibaf Shamkhani Araghchi Ghasemi Jahangiri Hashemi Erdoğan Gül Davutoğlu Çavuşoğlu Akar Soylu Yıldırım Kılıçdaroğlu Bahçeli Demirtaş İmamoğlu Akşener Fidan Kalın Öcalan Bayık Karayılan Yüksekdağ Çelik Şimşek Atalay",
  ],
  [
    "Hamid Ashraf Abdullah Abdul_Rashid Abdul_Ghani Abdul_Rahim Gulbuddin Zabihullah Suhail Hibatullah Sirajuddin Jalaluddin Mohammad Ahmad Amrullah Atta Zalmay Najibullah Rahmatullah Sediq Tariq Habibullah Nawaz Imran Pervez Shehbaz Bilawal Asif Fazlur Qamar Raheel Asim Maulana_Fazlur Baitullah Hakimullah Ehsanullah Noor_Wali Khadim Hafiz Masood Malala Benazir Maryam Sarfraz Akhtar",
    "Karzai Ghani Abdullah Dostum Hekmatyar Mujahid Shaheen Akhundzada Haqqani Baradar Stanekzai Massoud Saleh Noor Khalilzad Sediqqi Andarabi Safi Wardak Zadran Sherzai Popal Sharif Khan Musharraf Bhutto Zardari Gilani Rehman Bajwa Munir Mehsud Fazlullah Ehsan Saeed Azhar Lakhvi Qureshi Chaudhry Abbasi Bugti Mengal Marri Achakzai Durrani Afridi Wazir Dawar Orakzai Khattak",
  ],
  [
    "Narendra Amit Rahul Sonia Manmohan Rajnath Arvind Mamata Yogi Nitish Akhilesh Mehbooba Omar Farooq Ajit Vijay Sanjay Ramesh Suresh Rajesh Anil Sunil Dilip Ashok Priyanka Sushma Nirmala Smriti Vikram Biren Himanta Ibobi Ravi Raman Bhupesh Mukul Sharad Uddhav Mukesh Manoj Deepak Dinesh Kuldeep Harpreet Gurmeet Balwinder",
    "Modi Shah Gandhi Singh Banerjee Kejriwal Yadav Mufti Abdullah Kumar Patel Sharma Gupta Verma Mishra Tiwari Pandey Joshi Rao Reddy Naidu Nair Pillai Menon Iyer Chatterjee Mukherjee Ghosh Das Sarma Gogoi Sangma Rio Zeliang Doval Jaishankar Sitharaman Irani Fadnavis Thackeray Pawar Baghel Soren Munda Marandi Hidma Rana Gill Sandhu Dhillon Bhat Lone Geelani Malik",
  ],
  [
    "Sheikh Khaleda Tarique Obaidul Nurul Abdul Mirza Zillur Shafiqul Anisul Asaduzzaman Sajeeb Mahinda Gotabaya Ranil Maithripala Sajith Sarath Basil Anura Velupillai Chandrika Douglas Mano Suresh Pushpa Sher_Bahadur K.P. Ram Madhav Baburam Sujata Bidya Rabi Mohamed Ibrahim Ahmed Maumoon",
    "Hasina Zia Rahman Hossain Islam Alam Ahmed Chowdhury Quader Huq Khan Miah Biswas Mondal Sarkar Rajapaksa Wickremesinghe Sirisena Premadasa Fonseka Prabhakaran Kumaratunga Devananda Ganesan Premachandran Sumanthiran Sampanthan Dissanayake Karunaratne Perera Silva Jayasuriya Gunawardena Deuba Oli Dahal Koirala Nepal Bhattarai Bhandari Thapa Gurung Rai Tamang Shrestha Nasheed Solih Yameen Gayoom",
  ],
  [
    "Aung Min Zaw Kyaw Than Thein Soe Win Khin Nay Ye Htun Myo Tun Saw Naw Sai Nang Khun Mahn Duwa Salai Thura Ko_Ko Ma_Thida Phyo Wai Hla Tin Moe",
    "Hlaing San_Suu_Kyi Shwe Sein Win Soe Naing Oo Htun Aung Thu Myint Lin Htet Zaw Tun Kyi Phyo Maung Mon Mra_Naing Khaing Thein Lwin Hkam La_Ja Wah Bo_Hmu Bian Lian_Hmung",
  ],
  [
    "Rodrigo Ferdinand Benigno Leni Delfin Ronald Eduardo Gregorio Teodoro Nur Murad Isnilon Omar Abdullah Hatib Jose_Maria Leila Manny Panfilo Gloria Sara Joko Prabowo Susilo Megawati Tito Wiranto Gatot Moeldoko Luhut Mahfud Benny Victor Egianus Santoso Aman Bahrun Abu_Bakar Dedi Agus Retno Sri Anwar Mahathir Najib Muhyiddin Prayuth Prawit Thaksin Yingluck Srettha Somchai Hun Sam Kem Apirat",
    "Duterte Marcos Aquino Robredo Lorenzana dela_Rosa Año Honasan Locsin Misuari Ebrahim Hapilon Maute Sawadjaan Sison de_Lima Pacquiao Lacson Arroyo Carpio Widodo Subianto Yudhoyono Sukarnoputri Karnavian Marsudi Pandjaitan Wenda Yeimo Kogoya Abdurrahman Naim Bashir Hartono Santoso Wijaya Ibrahim Mohamad Razak Yassin Chan-ocha Wongsuwan Shinawatra Thavisin Wongsawat Sen Rainsy Sokha Kongsompong Santos Reyes Cruz Garcia Bautista",
  ],
  [
    "Xi Li Wang Zhang Liu Chen Yang Zhao Wu Zhou Xu Kim Park Lee Choi Moon Nguyen Tran Le Pham Tsai Lai Joshua Carrie Wen Hu Jiang Zhu Sun Guo Shinzo Fumio Yoshihide Taro Kenji Hiroshi Gen Yoko",
    "Jinping Keqiang Yi Wenbin Lijian Chunying Peng Wei Xiaoming Jianguo Zemin Jintao Jong_Un Jong-un Yo-jong Jae-in Geun-hye Suk-yeol Min-jun Van_Minh Phu_Trong Xuan_Phuc Minh_Chinh Ing-wen Ching-te Wong Lam Jiabao Abe Kishida Suga Aso Tanaka Suzuki Nakatani Kono Sato Yamamoto Ho-young Chang-il",
  ],
  [
    "Vladimir Sergei Dmitry Alexei Igor Yevgeny Nikolai Andrei Mikhail Viktor Boris Anton Ramzan Valery Konstantin Maria Yulia Svetlana Volodymyr Petro Oleksandr Serhiy Oleksiy Dmytro Mykhailo Andriy Vitali Vitaliy Yuriy Ihor Oleh Iryna Olena Oksana Yulia Kyrylo Valeriy Denys Vadym Pavlo Ruslan Mykola Hanna Natalia Tetyana Bohdan Ostap",
    "Putin Medvedev Lavrov Shoigu Gerasimov Peskov Zakharova Navalny Prigozhin Kadyrov Surkov Patrushev Ivanov Petrov Volkov Sobolev Morozov Zelensky Poroshenko Tymoshenko Yanukovych Klitschko Kuleba Reznikov Zaluzhnyi Syrskyi Budanov Yermak Podolyak Danilov Avakov Haidai Kyrylenko Kim Vereshchuk Maliar Shmyhal Fedorov Lukashenko Tsikhanouskaya Shevchenko Bondarenko Kovalenko Tkachenko Melnyk Kravchuk Savchenko Zakharchenko Pushylin Girkin Strelkov Basurin Honcharenko",
  ],
  [
    "Slobodan Radovan Ratko Aleksandar Ivica Boris Vojislav Milorad Hashim Ramush Albin Agim Ibrahim Isa Edi Sali Nikol Serzh Robert Ilham Mikheil Bidzina Giorgi Irakli Salome Zurab Arayik Vahram Levon Gagik Hikmet Davit Nino Emomali Nursultan Kassym-Jomart Islam Shavkat Sadyr Kurmanbek Zoran Goran Milan Dragan Jovan Bakir Dragana Jelena Vjosa",
    "Milošević Karadžić Mladić Vučić Dačić Tadić Šešelj Dodik Thaçi Haradinaj Kurti Çeku Rugova Mustafa Rama Berisha Pashinyan Sargsyan Kocharyan Aliyev Saakashvili Ivanishvili Margvelashvili Garibashvili Zurabishvili Harutyunyan Poghosyan Ter-Petrosyan Tsarukyan Hajiyev Rahmon Nazarbayev Tokayev Karimov Mirziyoyev Japarov Bakiyev Petrović Jovanović Nikolić Marković Đinđić Kostunica Izetbegović Osmani Hoxha",
  ],
  [
    "Juan Álvaro Gustavo Iván Luciano Rodrigo Jesús Nicolás Hugo Diosdado Leopoldo Henrique María_Corina Vladimir Rafael Lenín Guillermo Daniel Alberto Keiko Pedro Dina Evo Luis Jeanine Sebastián Gabriel Michelle Cristina Mauricio Javier Luiz_Inácio Dilma Jair Andrés_Manuel Enrique Felipe Claudia Joaquín Ismael Ovidio Nemesio Xiomara Nayib Daniel Rosario Jimmy Alejandro Bernardo Carlos Miguel Francia Julián",
    "Santos Uribe Petro Duque Márquez Londoño Santrich Maduro Chávez Cabello López Capriles Machado Padrino Guaidó Correa Moreno Noboa Lasso Fujimori Castillo Boluarte Morales Arce Áñez Piñera Boric Bachelet Kirchner Macri Milei da_Silva Rousseff Bolsonaro López_Obrador Peña_Nieto Calderón Sheinbaum Guzmán Zambada Oseguera Castro Hernández Bukele Ortega Murillo Morales Giammattei Arévalo Restrepo Ramírez Vargas Gómez Rodríguez González Torres Rojas Ospina Quintero",
  ],
  [
    "Jovenel Jean-Bertrand Michel Ariel Garry Jimmy Claude Lafontant Barbara Yves René Laurent Guy Pierre Edner Réginald François Emmanuel Jean-Yves Florence Nicolas Manuel Édouard Catherine Angela Olaf Annalena Giuseppe Silvio Mariano Sergio Ursula Josep Federica Mark Stef Charles Geert Alexander Frank-Walter",
    "Moïse Aristide Martelly Henry Conille Chérizier Joseph Préval Boulos Philippe Macron Hollande Sarkozy Le_Drian Parly Valls Philippe Colonna Lecornu Merkel Scholz Baerbock Steinmeier Conte Berlusconi Rajoy Mattarella von_der_Leyen Borrell Mogherini Rutte Blok Michel Wilders De_Croo Vandenbroucke Lambert Dubois Moreau Bernard Girard",
  ],
  [
    "John James David Michael William Robert Mark Richard Thomas Peter Paul Andrew Stephen Christopher George Donald Joseph Hillary Condoleezza Susan Samantha Antony Lloyd Mike Rex Nikki Jake Martin Boris Theresa Keir Rishi Philip Jeremy Dominic Ben Emily Sarah Jennifer Karen Linda Anne Elizabeth Margaret Julie Penny Scott Kevin Jacinda Justin Chrystia Ned Kate Matthew",
    "Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Thomas Moore Jackson Martin Thompson White Harris Clark Lewis Robinson Walker Hall Allen Young King Wright Scott Green Baker Adams Nelson Hill Campbell Mitchell Roberts Carter Phillips Evans Turner Parker Collins Edwards Stewart Morris Murphy Cook Rogers Morgan Cooper Peterson Reed Bailey Kelly Howard Ward Cox Richardson Wood Watson Brooks Bennett Gray Hughes Price Myers Long Foster Sanders Ross Powell Sullivan Russell Ortiz Jenkins Perry Barnes Fisher O'Brien McDonald Patterson",
  ],
];

const list = (words: string): readonly string[] => words.split(" ").map((w) => w.replaceAll("_", " "));

/** First names, a list for each part of the world; put in the place of names in marked texts. */
export const FIRST: readonly (readonly string[])[] = worlds.map(([first]) => list(first));

/** Surnames of the same parts of the world, in the same order. */
export const LAST: readonly (readonly string[])[] = worlds.map(([, last]) => list(last));
