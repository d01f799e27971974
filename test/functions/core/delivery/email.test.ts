/** E-mail against a real mail server: private where it has to be, whole letters, and what each answer makes of a message. */
import { emailSender } from '../../../../functions/core/io/delivery/email/sender'
import type { Message, Sender } from '../../../../functions/core/io/delivery/contract'
import { CERTIFICATE } from '../../../harness/delivery/certificate'
import { startMail, type MailServer } from '../../../harness/delivery/smtp'
import { TEST_NOW } from '../../../harness/context'

const message = (n: number, over: Partial<Message> = {}): Message => ({
  id: `dl_${n}`,
  kind: 'refunds.paid',
  to: `li${n}@example.cn`,
  template: null,
  title: '退税款已支付，到账时间以银行为准，请在申请详情里查看您的收款账户和办理经过',
  body: '您 11月24日 的退税事项已付款。\n.\n..到账时间以银行为准',
  ...over,
})
const clock = (): number => TEST_NOW
let server: MailServer
afterEach(() => server.close())

const open = async (...how: Parameters<typeof startMail>): Promise<Sender> => {
  server = await startMail(...how)
  return emailSender(server.configuration, { clock }, { ca: CERTIFICATE })
}
const send = (sender: Sender, ...messages: readonly Message[]) =>
  sender.send(messages, AbortSignal.timeout(5_000))

const decoded = (words: string): string =>
  words.replace(/=\?utf-8\?B\?([^?]*)\?=(\r\n )?/g, (_, text: string) =>
    Buffer.from(text, 'base64').toString('utf8'),
  )

test.each(['tls', 'starttls', 'none'] as const)(
  'by %s: a letter arrives whole, and says who we are',
  async (security) => {
    const sender = await open(security)
    expect(await send(sender, message(1), message(2))).toEqual([{ outcome: 'sent' }, { outcome: 'sent' }])
    expect(server.connections).toBe(1)
    const [letter] = server.letters
    expect(letter).toMatchObject({ from: 'notices@tax.example.cn', to: 'li1@example.cn' })
    const [head = '', body = ''] = (letter?.text ?? '').split('\r\n\r\n')
    expect(head).toContain('Message-ID: <dl_1@tax.example.cn>')
    expect(head).toContain('Date: Tue, 24 Nov 2026 02:00:00 +0000')
    expect(decoded(/Subject: ([\s\S]*?)\r\nDate/.exec(head)?.[1] ?? '')).toBe(message(1).title)
    expect(decoded(/From: (.*)/.exec(head)?.[1] ?? '')).toBe('税帮 <notices@tax.example.cn>')
    expect(Buffer.from(body, 'base64').toString('utf8')).toBe(message(1).body)
    for (const line of letter?.text.split('\r\n') ?? []) expect(line.length).toBeLessThanOrEqual(78)
    // nothing but the wish for privacy was said in the clear
    if (security === 'starttls') expect(server.inClear).toEqual(['EHLO', 'STARTTLS'])
    if (security === 'tls') expect(server.inClear).toEqual([])
  },
)

test('a server whose certificate nobody vouches for is told nothing', async () => {
  server = await startMail('starttls')
  const sender = emailSender(server.configuration, { clock })
  expect(await send(sender, message(1))).toEqual([{ outcome: 'again', why: 'NoConnection' }])
  expect([server.letters, server.inClear]).toEqual([[], ['EHLO', 'STARTTLS']])
})

test.each([
  ['RCPT', '550', { outcome: 'refused', why: 'SmtpRcpt550', fault: false }],
  ['RCPT', '450', { outcome: 'again', why: 'SmtpRcpt450' }],
  ['MAIL', '530', { outcome: 'refused', why: 'SmtpMail530', fault: true }],
  ['letter', '554', { outcome: 'refused', why: 'SmtpLetter554', fault: true }],
  ['letter', '451', { outcome: 'again', why: 'SmtpLetter451' }],
  ['MAIL', '452', { outcome: 'tooOften', why: 'SmtpMail452', waitMs: 60_000 }],
  ['DATA', 'cut', { outcome: 'again', why: 'ConnectionLost' }],
  ['letter', 'taken, cut', { outcome: 'unknown', why: 'NoReply' }],
])('%s answered %s', async (step, answer, outcome) => {
  const sender = await open('none')
  server.instead.set(step, answer)
  const [first, second] = await send(sender, message(1), message(2))
  expect(first).toEqual(outcome)
  // on a connection that stands the next letter goes on; on one that is gone it was not begun
  const isGone = answer.endsWith('cut')
  expect(second).toEqual(isGone ? { outcome: 'again', why: 'ConnectionLost' } : { outcome: 'sent' })
})

test('a login that is refused, and a server that is not there: nothing was sent', async () => {
  await open('none')
  const wrong = { ...server.configuration, login: { user: 'x', password: 'y' } }
  expect(await send(emailSender(wrong, { clock }), message(1))).toEqual([
    { outcome: 'again', why: 'SmtpAUTH535' },
  ])
  const nobody = { ...server.configuration, port: 9, host: '127.0.0.1' }
  expect(await send(emailSender(nobody, { clock }), message(1))).toEqual([
    { outcome: 'again', why: 'NoConnection' },
  ])
})

test('neither an address nor a title can say anything of its own to the server', async () => {
  const sender = await open('none')
  const outcomes = await send(
    sender,
    message(1, { to: 'li@example.cn>\r\nRCPT TO:<wang@example.cn' }),
    message(2, { title: '到账\r\nBcc: wang@example.cn' }),
  )
  expect(outcomes).toEqual([{ outcome: 'refused', why: 'BadAddress' }, { outcome: 'sent' }])
  expect(server.letters.map(({ to }) => to)).toEqual(['li2@example.cn'])
  expect(server.letters[0]?.text).not.toMatch(/^Bcc/m)
})
