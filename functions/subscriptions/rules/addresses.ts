/** Phone numbers and e-mail addresses as they are typed: brought into one form, or refused. */
import { maskPhone } from '../../core/pure/masking'

/** What a person may add; WeChat has its own way. */
export const CONTACT_CHANNELS = ['sms', 'email'] as const
export type ContactChannel = (typeof CONTACT_CHANNELS)[number]

export interface Contact {
  /** As it is sent to: `+8613800138000`, `li@example.cn`. */
  readonly address: string
  readonly masked: string
}

/** Mobile numbers of the mainland: texts go to no others. */
const PHONE = /^(?:\+?86)?(1[3-9]\d{9})$/
/** What every mail server takes: no quotes, no comments, no address in figures. */
const EMAIL =
  /^[a-z0-9](?:[a-z0-9._%+-]{0,62}[a-z0-9_%+-])?@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24}$/

const phoneOf = (typed: string): Contact | undefined => {
  const number = PHONE.exec(typed.replace(/[\s()-]/g, ''))?.[1]
  return number === undefined ? undefined : { address: `+86${number}`, masked: maskPhone(number) }
}

/** The whole address in small letters: no mail server in use tells them apart, and one person has one. */
const emailOf = (typed: string): Contact | undefined => {
  const address = typed.trim().toLowerCase()
  if (address.length > 190 || address.includes('..') || !EMAIL.test(address)) return undefined
  const at = address.indexOf('@')
  return { address, masked: `${address.slice(0, 1)}***${address.slice(at)}` }
}

export const contactOf = (channel: ContactChannel, typed: string): Contact | undefined =>
  channel === 'sms' ? phoneOf(typed) : emailOf(typed)
