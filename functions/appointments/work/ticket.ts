/** The ticket's QR text: `SB1.<appointment>.<code>.<mac>`; whoever scans it can tell that we made it. */
import { createHmac } from 'node:crypto'
import type { Vault } from '../../core/io/security/contract'

const MAC_CHARACTERS = 16

// Derived once an instance: every answer that shows an appointment signs a ticket.
const keys = new WeakMap<Vault, Uint8Array>()
const keyOf = (vault: Vault): Uint8Array => {
  const key = keys.get(vault) ?? vault.signingKey('ticket')
  keys.set(vault, key)
  return key
}

const macOf = (vault: Vault, body: string): string =>
  createHmac('sha256', keyOf(vault)).update(body).digest('base64url').slice(0, MAC_CHARACTERS)

/** 96 bits of HMAC-SHA256 under the key for tickets. */
export const ticketText = (vault: Vault, id: string, code: string): string => {
  const body = `SB1.${id}.${code}`
  return `${body}.${macOf(vault, body)}`
}
