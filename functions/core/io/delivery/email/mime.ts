/** A notice as an e-mail: headers in ASCII, the text as base64, which no server changes and no line of which begins with a dot. */
import type { Instant } from '../../../pure/time'

export interface Letter {
  /** `<our id>@<domain of the sender>`: a server that knows it may drop the repeat. */
  readonly messageId: string
  readonly from: { readonly name: string; readonly address: string }
  readonly to: string
  readonly subject: string
  readonly body: string
  readonly at: Instant
}

const CRLF = '\r\n'
/** Bytes of text in one encoded word: 75 characters are allowed it (RFC 2047). */
const WORD_BYTES = 42

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64')

/** Words of whole characters, so that none is cut in the middle of one. */
const encodedWords = (text: string): string => {
  const words: string[] = []
  let word = ''
  for (const character of text) {
    if (Buffer.byteLength(word + character) > WORD_BYTES) {
      words.push(word)
      word = ''
    }
    word += character
  }
  return [...words, word].map((one) => `=?utf-8?B?${base64(one)}?=`).join(`${CRLF} `)
}

/** What cannot end a line, and so cannot begin a header of its own. */
const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ')

const lines = (text: string): string => (base64(text).match(/.{1,76}/g) ?? ['']).join(CRLF)

/** RFC 5322’s date, in UTC. */
const dateOf = (at: Instant): string => new Date(at).toUTCString().replace('GMT', '+0000')

/** Without the dot that ends it. */
export const letterText = ({ messageId, from, to, subject, body, at }: Letter): string =>
  [
    `From: ${encodedWords(oneLine(from.name))} <${from.address}>`,
    `To: <${to}>`,
    `Subject: ${encodedWords(oneLine(subject))}`,
    `Date: ${dateOf(at)}`,
    `Message-ID: <${messageId}>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    // answering machines do not answer it (RFC 3834)
    'Auto-Submitted: auto-generated',
    '',
    lines(body),
    '',
  ].join(CRLF)
