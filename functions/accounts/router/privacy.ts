/** My data: who saw it, all of it, and its end; and the one way for an officer to see a masked field. */
import { AppError } from '../../core/pure/errors'
import { say } from '../../core/pure/text'
import { shownText } from '../../core/pure/typed-text'
import { DAY_MS } from '../../core/pure/time'
import { auditEntry } from '../../core/io/audit/entry'
import type { Context } from '../../core/io/context'
import { emit } from '../../core/io/events/emit'
import { callingAccount } from '../../core/io/identity/caller'
import { identityId } from '../../core/io/identity/account'
import { pageAnswer } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import { accessLog, accounts, identities, taxpayers, type AccessDoc } from '../collections'
import { KEPT_AFTER_ERASURE } from '../data/kept'
import { finishErasure } from '../endings'
import { exportSections } from '../exports'
import { openAccess, ownSections, purposeAt, taxpayersOf } from '../own-export'
import { actingAs } from '../rules/access'
import { whereOf } from '../taxpayer'
import { os } from './implementer'

/** Three years, as processing records are kept (PIPL art. 56). */
const ACCESS_MS = 3 * 366 * DAY_MS

const keptIn = (context: Context) =>
  KEPT_AFTER_ERASURE.map(({ what, basis }) => ({
    what: say(what, context.language),
    basis: say(basis, context.language),
  }))

/** Made of the caller's key: a repeat writes no second entry. */
const accessIdOf = ({ vault, key, procedure }: Context, accountId: string): string =>
  `al_${vault.pseudonym('accessLog', `${accountId}|${procedure}|${key}`)}`

/**
 * Writes who saw what, once. What was seen is not kept as a receipt: nothing personal lies outside its owner's key.
 * @throws AppError KEY_REUSED when the key stands for another question
 */
const noteAccess = async (
  context: Context,
  accessId: string,
  entry: Omit<AccessDoc, 'v' | 'at' | 'expiresAt'>,
  audited: boolean,
): Promise<void> =>
  transact(context, async (tx) => {
    const before = await tx.get(accessLog, accessId)
    if (before) {
      if (before.asked !== entry.asked) throw new AppError('KEY_REUSED')
      return
    }
    tx.insert(accessLog, accessId, { v: 1, ...entry, at: tx.now, expiresAt: tx.now + ACCESS_MS })
    if (audited)
      auditEntry(tx, {
        actor: entry.who,
        action: context.procedure,
        subject: entry.taxpayerId,
        detail: { field: entry.field, access: accessId },
      })
  })

const reveal = os.reveal.handler(async ({ input, context }) => {
  const { vault, store } = context
  const officer = await callingAccount(context)
  const { taxpayerId, field, purpose } = input
  const taxpayer = await reader(store).get(taxpayers, taxpayerId)
  const key = taxpayer && (await vault.keysOf([taxpayer.owner])).get(taxpayer.owner)
  const sealed = taxpayer?.[field]
  // A field that was never given answers as an unknown taxpayer.
  if (!taxpayer || !key || sealed === null || sealed === undefined) throw new AppError('NOT_FOUND')
  const value = key.open(whereOf(taxpayerId, field), sealed)
  const accessId = accessIdOf(context, officer.id)
  await noteAccess(
    context,
    accessId,
    {
      owner: taxpayer.owner,
      who: officer.id,
      as: actingAs(officer.doc.grants),
      taxpayerId,
      field,
      purpose: key.seal(purposeAt(accessId), purpose),
      asked: vault.pseudonym('asked', JSON.stringify([taxpayerId, field, purpose])),
    },
    true,
  )
  return { value: shownText(value) }
})

const accessLogOfMine = os.accessLog.handler(async ({ input, context }) => {
  const { id } = await callingAccount(context)
  const key = await context.vault.keyOf(id)
  const page = await reader(context.store).query(accessLog, {
    index: 'owner',
    where: { owner: id },
    order: 'desc',
    after: input.after,
    limit: input.limit,
  })
  return pageAnswer(page, (stored) => openAccess(key, stored))
})

const exportMine = os.export.handler(async ({ context }) => {
  const { vault, store } = context
  const { id } = await callingAccount(context)
  const owned = await taxpayersOf(store, id)
  const person = { accountId: id, taxpayerIds: owned.map((one) => one.id) }
  const [own, others] = await Promise.all([
    ownSections(context, id, owned),
    Promise.all(
      exportSections().map(async (section) => ({
        name: section.name,
        documents: await section.documents(context, person),
      })),
    ),
  ])
  const key = await vault.keyOf(id)
  const accessId = accessIdOf(context, id)
  // An export may be somebody else's at an unlocked phone: its owner finds it in the log.
  await noteAccess(
    context,
    accessId,
    {
      owner: id,
      who: id,
      as: 'self',
      taxpayerId: id,
      field: 'export',
      purpose: key.seal(purposeAt(accessId), 'export'),
      asked: vault.pseudonym('asked', 'export'),
    },
    false,
  )
  return {
    madeAt: context.now,
    sections: [...own, ...others].map(({ name, documents }) => ({
      name,
      documents: documents.map((one) => ({ ...one })),
    })),
    kept: keptIn(context),
  }
})

const erase = os.erase.handler(async ({ context }) => {
  const { id } = await callingAccount(context)
  const done = await context.transact(async (tx) => {
    const account = await tx.get(accounts, id)
    if (!account || account.erasedAt !== undefined) throw new AppError('ERASED')
    const identity = await tx.get(identities, identityId(account.origin))
    if (identity?.accountId === id) tx.remove(identities, identityId(account.origin))
    tx.replace(accounts, id, {
      v: 1,
      origin: 'erased',
      createdAt: account.createdAt,
      sessionsSince: account.sessionsSince + 1,
      grants: [],
      bindings: [],
      defaultTaxpayer: null,
      erasedAt: tx.now,
    })
    auditEntry(tx, { actor: id, action: 'accounts/erase', subject: id, detail: {} })
    emit(tx, { kind: 'accounts.erased', due: tx.now, payload: { accountId: id } })
    return { erasedAt: tx.now, kept: keptIn(context) }
  })
  // The event does the same if this instance dies here.
  await finishErasure(context, id)
  return done
})

export const privacy = { reveal, accessLog: accessLogOfMine, export: exportMine, erase }
