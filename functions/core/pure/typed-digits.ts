/** Long numbers as people type and read them: of cards, accounts, invoices. */

/** Digits alone: spaces between groups, and digits of a Chinese keyboard, are as good as any. */
export const digitsOf = (typed: string): string =>
  [...typed]
    .map((one) => {
      const code = one.charCodeAt(0)
      return code >= 0xff10 && code <= 0xff19 ? String.fromCharCode(code - 0xfee0) : one
    })
    .join('')
    .replace(/[\s-]/g, '')

/** 6222 0200 1234 5678: as it stands on a card or a paper, to be compared. */
export const groupedDigits = (typed: string): string => digitsOf(typed).replace(/(.{4})(?=.)/g, '$1 ')
