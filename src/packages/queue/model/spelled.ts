/** `A007` → `A 0 0 7`, so that a voice says what is called out, and no number of seven. */
export const spelled = (number: string): string => number.split('').join(' ')
