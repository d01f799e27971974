/** Where encrypted bytes are kept. An engine sees ciphertext and names, nothing else. */
export interface FileEngine {
  /** For logs and `/health`. */
  readonly name: string
  /** Durable when it resolves; a name that is there already is replaced as a whole, never in part. */
  put(name: string, bytes: Uint8Array): Promise<void>
  get(name: string): Promise<Uint8Array | undefined>
  /** Removing what is not there succeeds. */
  remove(name: string): Promise<void>
  /** Where a client puts the bytes of an upload. */
  uploadUrl(name: string): string
}
