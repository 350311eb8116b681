/** A part of an error, whichever realm's it is. */
export const partOf = (error: unknown, key: 'code' | 'message' | 'name'): string =>
  String(typeof error === 'object' && error !== null && key in error ? error[key as keyof typeof error] : '');
