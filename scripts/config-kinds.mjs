/** The type of a text that takes a few words only, as the tables write it. */
export const oneOf = (words) => `one-of(${words.join('|')})`;
