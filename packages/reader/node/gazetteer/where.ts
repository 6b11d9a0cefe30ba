/** Names a record in messages: file and number. */
export type Where = () => string;
