/** How one officer is told from another without a name: the last four characters of the account's id. */
export const officerMark = (accountId: string): string => `#${accountId.slice(-4).toUpperCase()}`
