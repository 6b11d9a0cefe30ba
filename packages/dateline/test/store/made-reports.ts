import { type MadeReport, madeReading } from "../../../record/test/made-reading.ts";
import type { AddReading } from "../../src/store/record-store.ts";

/** What `add` takes of a report as a test writes it. */
export function input(made: MadeReport): AddReading {
  return { reading: madeReading(made), original: new TextEncoder().encode(made.text), mediaType: "text/plain" };
}

/** The market blast as three reports tell it: two of the governor, of which the second quotes more exactly, one of its own. */
export const governor: MadeReport = {
  id: "kalo-1",
  publisher: "Kalo Times",
  published: "2024-03-05",
  text: "A bomb killed seven people at the market of Dorran on Monday, Governor Ama Selu said. Soldiers closed the roads into the town and searched houses until the evening.",
  claims: [
    {
      trigger: "killed",
      mode: "explosives",
      targets: ["seven people"],
      place: { name: "Dorran", country: "ML", at: [14.5, -4.2] },
      time: { words: "Monday", earliest: "2024-03-04" },
      says: ["Governor Ama Selu"],
      counts: { killed: [7, 7] },
    },
  ],
};

export const copied: MadeReport = {
  ...governor,
  id: "kalo-2",
  publisher: "Evening Post",
  published: "2024-03-06",
  text: `DORRAN — ${governor.text}`,
};

export const doctor: MadeReport = {
  id: "kalo-3",
  publisher: "Radio Sen",
  published: "2024-03-05",
  text: "Nine bodies were brought in after the bomb that killed people in Dorran on Monday, Doctor Lise Oumar told the station. The hospital has asked for blood.",
  claims: [
    {
      trigger: "killed",
      mode: "explosives",
      targets: ["people"],
      place: { name: "Dorran", country: "ML", at: [14.5, -4.2] },
      time: { words: "Monday", earliest: "2024-03-04" },
      says: ["Doctor Lise Oumar"],
      counts: { killed: [9, 9] },
    },
  ],
};

export const elsewhere: MadeReport = {
  kinds: { Police: "police", "Omar Dia": "person" },
  id: "kalo-4",
  publisher: "Kalo Times",
  published: "2024-03-20",
  text: "Police arrested the trade union leader Omar Dia in Tessi on Tuesday. His lawyer Nadia Ba called the arrest unlawful.",
  claims: [
    {
      trigger: "arrested",
      type: "COERCE",
      mode: "arrest",
      agents: ["Police"],
      targets: ["Omar Dia"],
      place: { name: "Tessi", country: "NE", at: [13.1, 2.2] },
      time: { words: "Tuesday", earliest: "2024-03-19" },
    },
  ],
};
