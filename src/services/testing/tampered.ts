/** `text` with another first character: whatever it was, a signature or a key that is not the given one. */
export const tampered = (text: string): string => (text.startsWith('A') ? 'B' : 'A') + text.slice(1)
