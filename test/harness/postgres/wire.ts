/** Messages of PostgreSQL's wire protocol: a type of one byte, a length of four that counts itself, a body. */

export interface Message {
  /** Empty for a client's first message, which has none. */
  readonly type: string
  readonly bytes: Buffer
}

/** Cuts a stream into whole messages. @param untyped the first message has no type, as a client's */
export const messageReader = (untyped: boolean): ((chunk: Buffer) => Message[]) => {
  let rest = Buffer.alloc(0)
  let first = untyped
  return (chunk) => {
    rest = Buffer.concat([rest, chunk])
    const messages: Message[] = []
    for (;;) {
      const at = first ? 0 : 1
      if (rest.length < at + 4) return messages
      const length = at + rest.readUInt32BE(at)
      if (rest.length < length) return messages
      messages.push({ type: first ? '' : String.fromCharCode(rest[0] ?? 0), bytes: rest.subarray(0, length) })
      rest = rest.subarray(length)
      first = false
    }
  }
}

export const message = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(5)
  head.write(type, 'latin1')
  head.writeUInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

const READY = message('Z', Buffer.from('I'))

/** What a server answers to a statement that it did not carry out. */
export const refusal = (state: string): Buffer =>
  Buffer.concat([message('E', Buffer.from(`SERROR\0VERROR\0C${state}\0Mmade to fail\0\0`, 'latin1')), READY])
