/** What an operator does to a database before functions use it: `npm run store -- apply | check`. Never part of a function. */
export interface StoreAdmin {
  /** What is missing or otherwise than declared, one line each; empty when all is as declared. Changes nothing. */
  check(): Promise<readonly string[]>
  /** Makes what is missing; takes nothing away; safe to run twice, by two at once, and while functions serve. @returns what was made */
  apply(): Promise<readonly string[]>
  close(): Promise<void>
}
