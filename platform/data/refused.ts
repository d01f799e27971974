/** What an operator asked for cannot be done; the message says why and what to do. Nothing was overwritten. */
export class DataRefused extends Error {
  override readonly name = 'DataRefused'
}

/** Lines for the operator: counts, names of collections and ids; never what documents hold. */
export type Say = (line: string) => void
