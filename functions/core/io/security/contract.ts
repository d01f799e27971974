/** Sealing of personal data and pseudonyms. Implementation: vault.ts. */

/** Associated data of a sealed field: `collection|id|field`. */
export type Where = `${string}|${string}|${string}`

export interface DataKey {
  /** `alg.kid.nonce.ciphertext`, AES-256-GCM under the subject's data key. */
  seal(where: Where, plain: string): string
  /** @throws Error when the text was moved, altered, or sealed under another key */
  open(where: Where, sealed: string): string
}

export interface Vault {
  /** A stable pseudonym of personal data: HMAC-SHA256 under its own key, 26 lower-case base32 characters. */
  pseudonym(purpose: string, text: string): string
  /** The subject's data key, made when there is none. Not inside `transact`. */
  keyOf(subject: string): Promise<DataKey>
  /** The data keys of many subjects; absent for those erased or never made. */
  keysOf(subjects: readonly string[]): Promise<ReadonlyMap<string, DataKey>>
  /** The deployment's own key, for what belongs to no person (receipts of anonymous calls, tokens). */
  readonly own: DataKey
  /** Destroys the subject's data key: everything sealed under it is unreadable from here on. */
  destroy(subject: string): Promise<void>
  /** A key for signing (sessions, audit heads, tickets), derived per purpose. */
  signingKey(purpose: string): Uint8Array
}
