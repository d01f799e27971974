/**
 * E-mail through an office's own mail server, by SMTP. The server answers for a letter when it has taken it (250 after its end);
 * until then it has not, and a connection that breaks in between leaves it unknown. Why SMTP: docs/adr/0031.
 */
import type { Services } from '../../context'
import type { EmailConfiguration } from '../configuration'
import type { Message, Sender, SendOutcome } from '../contract'
import { openDialogue, SmtpRefused, type Dialogue, type Trust } from './dialogue'
import { letterText } from './mime'

/** As it may stand in a command: nothing in it ends the command, or the address. */
const ADDRESS = /^[\x21-\x3b\x3d\x3f-\x7e]{1,64}@[A-Za-z0-9.-]{1,190}$/

const AGAIN = 400
const NEVER = 500

/** 4yz: not taken, and later perhaps. 5yz: never so; of the recipient it is the person's address, of the rest it is ours to look at. */
const outcomeOf = (step: string, code: number): SendOutcome => {
  const why = `Smtp${step}${code}`
  // “service not available”, “too many”: whatever follows now meets the same
  if (code === 421 || code === 452) return { outcome: 'tooOften', why, waitMs: 60_000 }
  if (code >= AGAIN && code < NEVER) return { outcome: 'again', why }
  return { outcome: 'refused', why, fault: step !== 'Rcpt' }
}

const said = async (dialogue: Dialogue, step: string, command: string, code: number): Promise<void> => {
  const reply = await dialogue.ask(command)
  // 251: will forward
  if (reply.code !== code && !(step === 'Rcpt' && reply.code === 251)) throw new SmtpRefused(step, reply.code)
}

export const emailSender = (
  configuration: EmailConfiguration,
  { clock }: Pick<Services, 'clock'>,
  trust: Trust = {},
): Sender => {
  const { from, perSecond } = configuration
  const domain = from.address.slice(from.address.indexOf('@') + 1)

  const letterOf = (message: Message): string => {
    const { id, to, title, body, secret } = message
    const text = secret === undefined ? body : `${title}\n${secret}\n${body}`
    return letterText({ messageId: `${id}@${domain}`, from, to, subject: title, body: text, at: clock() })
  }

  /** @returns false: the connection is of no use any more */
  const sendOne = async (
    dialogue: Dialogue,
    message: Message,
    tell: (outcome: SendOutcome) => void,
  ): Promise<boolean> => {
    if (!ADDRESS.test(message.to)) {
      tell({ outcome: 'refused', why: 'BadAddress' })
      return true
    }
    let isGone = false
    try {
      await said(dialogue, 'Mail', `MAIL FROM:<${from.address}>`, 250)
      await said(dialogue, 'Rcpt', `RCPT TO:<${message.to}>`, 250)
      await said(dialogue, 'Data', 'DATA', 354)
      isGone = true
      await said(dialogue, 'Letter', `${letterOf(message)}\r\n.`, 250)
      tell({ outcome: 'sent' })
      return true
    } catch (error) {
      if (error instanceof SmtpRefused) {
        tell(outcomeOf(error.step, error.code))
        if (error.code === 421) return false
        return isGone || (await dialogue.ask('RSET')).code === 250
      }
      // the dot went out, and no answer came: it may have been taken
      tell(isGone ? { outcome: 'unknown', why: 'NoReply' } : { outcome: 'again', why: 'ConnectionLost' })
      return false
    }
  }

  const send: Sender['send'] = async (messages, signal) => {
    const outcomes: SendOutcome[] = messages.map(() => ({ outcome: 'again', why: 'ConnectionLost' }))
    let dialogue: Dialogue
    try {
      dialogue = await openDialogue(configuration, signal, trust)
    } catch (error) {
      const why = error instanceof SmtpRefused ? `Smtp${error.step}${error.code}` : 'NoConnection'
      return messages.map(() => ({ outcome: 'again', why }))
    }
    for (const [place, message] of messages.entries()) {
      const goesOn = await sendOne(dialogue, message, (outcome) => (outcomes[place] = outcome)).catch(
        () => false,
      )
      if (!goesOn) break
    }
    dialogue.end()
    return outcomes
  }

  return {
    channel: 'email',
    patience: 30_000,
    together: 10,
    atOnce: 2,
    rate: { perSecond, burst: Math.max(40, perSecond) },
    needsAddress: true,
    send,
  }
}
