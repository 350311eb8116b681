import { toBytes } from './bytes';

/** Go's `url.QueryEscape`. */
export const escapeUrlQuery = (text: string): string =>
  Array.from(toBytes(text), (byte) => {
    const character = String.fromCharCode(byte);
    if (/[A-Za-z0-9\-_.~]/.test(character)) return character;
    return character === ' ' ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
