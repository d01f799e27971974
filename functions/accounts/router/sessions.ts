/** Signing in: by WeChat's login code, or by a QR code that lets a desktop browser in; and out, everywhere. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { AppError } from '../../core/pure/errors'
import { MINUTE } from '../../core/pure/time'
import { shownText } from '../../core/pure/typed-text'
import type { Context } from '../../core/io/context'
import { accountIn, originOf } from '../../core/io/identity/account'
import { callingAccount } from '../../core/io/identity/caller'
import { startSession } from '../../core/io/identity/session'
import { code2session } from '../../core/io/identity/wechat'
import { reader } from '../../core/io/store/reader'
import type { Tx } from '../../core/io/store/transaction'
import type { Where } from '../../core/io/security/contract'
import { accounts, signInTickets, type SignInTicketDoc } from '../collections'
import { os } from './implementer'

const TICKET_MS = 2 * MINUTE
/** What the QR code holds; the mini-program's scanner knows its own by this. */
export const QR_PREFIX = 'shuibang:sign-in:'

const whereOf = (ticket: string, field: 'device' | 'address'): Where => `signInTickets|${ticket}|${field}`
const secretOf = (context: Context, secret: string): string => context.vault.pseudonym('signInSecret', secret)

/** Digests of equal length: neither length nor first difference can be told from the time it takes. */
const same = (a: string, b: string): boolean => {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

const TICKET = /^qt_[0-9a-z]{26}$/
/** Whatever was scanned: what is no ticket of ours is as good as one that has expired. */
const checkTicket = (ticket: string): void => {
  if (!TICKET.test(ticket)) throw new AppError('QR_EXPIRED')
}

const open = (doc: SignInTicketDoc | undefined, now: number): doc is SignInTicketDoc =>
  doc !== undefined && doc.expiresAt > now

/** The account that the session is for, inside the commit. */
const accountOf = async (tx: Tx, accountId: string) => {
  const doc = await tx.get(accounts, accountId)
  if (!doc || doc.erasedAt !== undefined) throw new AppError('QR_EXPIRED')
  return { id: accountId, doc }
}

const signIn = os.signIn.handler(async ({ input, context }) => {
  // A code serves once: a repeat of this call fails here, and is answered from its receipt all the same.
  const asked = await code2session(context.settings.wechat, input.code).then(
    (openid) => ({ origin: originOf(context.vault, openid) }),
    (failure: unknown) => ({ failure }),
  )
  return context.transact(async (tx) => {
    if ('failure' in asked) throw asked.failure
    return startSession(context, await accountIn(tx, asked.origin), tx.now)
  })
})

const qrStart = os.qrStart.handler(async ({ context }) => {
  const { vault, device } = context
  return context.transact(async (tx) => {
    const ticket = tx.id('qt')
    const secret = Buffer.from(tx.random(32)).toString('base64url')
    const expiresAt = tx.now + TICKET_MS
    tx.insert(signInTickets, ticket, {
      v: 1,
      secret: secretOf(context, secret),
      startedAt: tx.now,
      expiresAt,
      state: 'waiting',
      accountId: null,
      device: vault.own.seal(whereOf(ticket, 'device'), device.userAgent),
      address: vault.own.seal(whereOf(ticket, 'address'), device.address),
    })
    return { ticket, secret, qr: `${QR_PREFIX}${ticket}`, expiresAt }
  })
})

const qrLook = os.qrLook.handler(async ({ input, context }) => {
  const { vault, store, now } = context
  checkTicket(input.ticket)
  const doc = await reader(store).get(signInTickets, input.ticket)
  if (!open(doc, now) || doc.state !== 'waiting') throw new AppError('QR_EXPIRED')
  return {
    // A browser calls itself what it likes.
    device: shownText(vault.own.open(whereOf(input.ticket, 'device'), doc.device)),
    address: vault.own.open(whereOf(input.ticket, 'address'), doc.address),
    startedAt: doc.startedAt,
    expiresAt: doc.expiresAt,
  }
})

const qrConfirm = os.qrConfirm.handler(async ({ input, context }) => {
  const { id } = await callingAccount(context)
  checkTicket(input.ticket)
  return context.transact(async (tx) => {
    const doc = await tx.get(signInTickets, input.ticket)
    if (!open(doc, tx.now) || doc.state !== 'waiting') throw new AppError('QR_EXPIRED')
    tx.replace(signInTickets, input.ticket, {
      ...doc,
      state: input.accept ? 'accepted' : 'refused',
      accountId: input.accept ? id : null,
    })
    return { done: true as const }
  })
})

const qrFinish = os.qrFinish.handler(async ({ input, context }) => {
  checkTicket(input.ticket)
  const given = secretOf(context, input.secret)
  const known = (doc: SignInTicketDoc | undefined): doc is SignInTicketDoc =>
    same(doc?.secret ?? '', given) && open(doc, context.now)
  const standing = await reader(context.store).get(signInTickets, input.ticket)
  // The browser asks every other second: while nothing has happened, nothing is written.
  if (known(standing) && standing.state === 'waiting') return { state: 'waiting' as const }
  return context.transact(async (tx) => {
    const doc = await tx.get(signInTickets, input.ticket)
    if (!known(doc) || doc.state === 'used') throw new AppError('QR_EXPIRED')
    if (doc.state !== 'accepted' || doc.accountId === null)
      return { state: doc.state === 'refused' ? ('refused' as const) : ('waiting' as const) }
    tx.replace(signInTickets, input.ticket, { ...doc, state: 'used' })
    return {
      state: 'in' as const,
      session: await startSession(context, await accountOf(tx, doc.accountId), tx.now),
    }
  })
})

const signOutEverywhere = os.signOutEverywhere.handler(async ({ context }) => {
  const { id } = await callingAccount(context)
  return context.transact(async (tx) => {
    const doc = await tx.get(accounts, id)
    if (!doc || doc.erasedAt !== undefined) throw new AppError('ERASED')
    // Never the same number twice: what ends sessions is that it differs.
    const since = Math.max(tx.now, doc.sessionsSince + 1)
    tx.replace(accounts, id, { ...doc, sessionsSince: since })
    return { since }
  })
})

export const sessions = { signIn, qrStart, qrLook, qrConfirm, qrFinish, signOutEverywhere }
