/** The taxpayers I act for: claimed by myself, verified by an officer, or through somebody's authorisation. */
import { AppError } from '../../core/pure/errors'
import { canonicalNumber, numberWarns } from '../../core/pure/check-digits'
import { dayOf } from '../../core/pure/time'
import type { Context } from '../../core/io/context'
import { emit } from '../../core/io/events/emit'
import { callingAccount } from '../../core/io/identity/caller'
import type { AccountDoc, Binding } from '../../core/io/identity/collections'
import type { Tx } from '../../core/io/store/transaction'
import { countBinding } from '../bind-days'
import { accounts, authorisations, subjects, taxpayers } from '../collections'
import { reasonToLook } from '../business'
import { displaceClaims, endAuthorisations } from '../endings'
import { grantsOf } from '../granting'
import { MOST_BINDINGS, stands } from '../rules/bindings'
import {
  claimedLedger,
  claimedNumber,
  sealFacts,
  subjectIdOf,
  taxpayerIdOf,
  viewOf,
  type TaxpayerView,
} from '../taxpayer'
import { verifyIn } from '../verifying'
import { os } from './implementer'

/** The caller's own account, read again inside the commit. */
const accountIn = async (tx: Tx, id: string): Promise<AccountDoc> => {
  const doc = await tx.get(accounts, id)
  if (!doc || doc.erasedAt !== undefined) throw new AppError('ERASED')
  return doc
}

const bindingOf = (account: AccountDoc, taxpayerId: string, now: number): Binding => {
  const binding = account.bindings.find((one) => one.taxpayerId === taxpayerId)
  if (!binding || !stands(binding, now)) throw new AppError('NOT_FOUND')
  return binding
}

const without = (account: AccountDoc, taxpayerId: string): AccountDoc => ({
  ...account,
  bindings: account.bindings.filter((one) => one.taxpayerId !== taxpayerId),
  defaultTaxpayer: account.defaultTaxpayer === taxpayerId ? null : account.defaultTaxpayer,
})

const shown = async (context: Context, binding: Binding, preferred: string | null): Promise<TaxpayerView> => {
  const keys = await context.vault.keysOf([binding.owner])
  const view = viewOf(binding, keys.get(binding.owner), preferred)
  if (!view) throw new AppError('NOT_FOUND')
  return view
}

const me = os.me.handler(async ({ context }) => {
  const { id, doc } = await callingAccount(context)
  const standing = doc.bindings.filter((binding) => stands(binding, context.now))
  const keys = await context.vault.keysOf([...new Set(standing.map((binding) => binding.owner))])
  return {
    accountId: id,
    grants: grantsOf(doc.grants),
    taxpayers: standing.flatMap(
      (binding) => viewOf(binding, keys.get(binding.owner), doc.defaultTaxpayer) ?? [],
    ),
    createdAt: doc.createdAt,
    demonstration: context.settings.demonstration,
  }
})

const bind = os.bind.handler(async ({ input, context }) => {
  const { vault } = context
  const { id, doc } = await callingAccount(context)
  const number = canonicalNumber(input.kind, input.number)
  const subject = subjectIdOf(vault, input.kind, number)
  const taxpayerId = taxpayerIdOf(vault, id, subject)
  const key = await vault.keyOf(id)
  const sealed = sealFacts(key, taxpayerId, {
    kind: input.kind,
    name: input.name,
    number,
    phone: input.phone,
  })
  const binding: Binding = {
    taxpayerId,
    kind: input.kind,
    standing: 'claimed',
    ledgerKey: claimedLedger(vault, doc.origin, subject),
    number: claimedNumber(vault, subject),
    owner: id,
    masked: sealed.masked,
    through: 'own',
  }
  const view = await shown(context, binding, null)
  if (!doc.bindings.some((one) => one.taxpayerId === taxpayerId))
    await countBinding(context, doc.origin, subject)
  return context.transact(async (tx) => {
    const account = await accountIn(tx, id)
    if (account.bindings.some((one) => one.taxpayerId === taxpayerId)) throw new AppError('ALREADY_BOUND')
    if (account.bindings.length >= MOST_BINDINGS)
      throw new AppError('INVALID_INPUT', {
        issues: [{ path: '', code: 'too_many', message: String(MOST_BINDINGS) }],
      })
    const known = await tx.get(subjects, subject)
    if (known?.verified) throw new AppError('ALREADY_VERIFIED')
    // The subject stands from its first claim on, so that a claim and a verification of it meet in one document.
    if (!known) tx.insert(subjects, subject, { v: 1, verified: null, changedAt: tx.now })
    await tx.get(taxpayers, taxpayerId)
    tx.put(taxpayers, taxpayerId, {
      v: 1,
      owner: id,
      kind: input.kind,
      subject,
      standing: 'claimed',
      ...sealed,
      createdAt: tx.now,
      verifiedAt: null,
      removedAt: null,
    })
    const preferred = account.bindings.length === 0 ? taxpayerId : account.defaultTaxpayer
    tx.replace(accounts, id, {
      ...account,
      bindings: [...account.bindings, binding],
      defaultTaxpayer: preferred,
    })
    return {
      taxpayer: { ...view, isDefault: preferred === taxpayerId },
      ...(numberWarns(input.kind, number, dayOf(tx.now)) ? { warning: 'CHECK_DIGIT' as const } : {}),
    }
  })
})

const setDefault = os.setDefault.handler(async ({ input, context }) => {
  const { id, doc } = await callingAccount(context)
  const view = await shown(context, bindingOf(doc, input.taxpayerId, context.now), input.taxpayerId)
  return context.transact(async (tx) => {
    const account = await accountIn(tx, id)
    bindingOf(account, input.taxpayerId, tx.now)
    tx.replace(accounts, id, { ...account, defaultTaxpayer: input.taxpayerId })
    return { taxpayer: view }
  })
})

const unbind = os.unbind.handler(async ({ input, context }) => {
  const { id } = await callingAccount(context)
  const { taxpayerId } = input
  const done = await context.transact(async (tx) => {
    const account = await accountIn(tx, id)
    const binding = bindingOf(account, taxpayerId, tx.now)
    tx.replace(accounts, id, without(account, taxpayerId))
    if (binding.through === 'authorisation') await giveBack(tx, binding)
    else await letGo(tx, taxpayerId)
    return { removed: true as const }
  })
  // The event does the same if this instance dies here.
  await endAuthorisations(context, { by: 'taxpayer', id: taxpayerId })
  return done
})

/** An agent gives an authorisation back. */
const giveBack = async (tx: Tx, { authorisationId = '' }: Binding): Promise<void> => {
  const authorisation = await tx.get(authorisations, authorisationId)
  if (authorisation && authorisation.revokedAt === null)
    tx.replace(authorisations, authorisationId, { ...authorisation, revokedAt: tx.now, offer: null })
}

/** The owner stops: the subject is free again, its agents' authorisations end, its names stay for past appointments. */
const letGo = async (tx: Tx, taxpayerId: string): Promise<void> => {
  const taxpayer = await tx.get(taxpayers, taxpayerId)
  if (!taxpayer) return
  tx.replace(taxpayers, taxpayerId, { ...taxpayer, removedAt: tx.now })
  const subject = await tx.get(subjects, taxpayer.subject)
  if (subject?.verified === taxpayerId)
    tx.replace(subjects, taxpayer.subject, { ...subject, verified: null, changedAt: tx.now })
  emit(tx, { kind: 'accounts.bindingEnded', due: tx.now, payload: { taxpayerId } })
}

const verify = os.verify.handler(async ({ input, context }) => {
  const { vault } = context
  const officer = await callingAccount(context)
  const { taxpayerId } = input
  // Who has no business where this officer serves is as good as unknown.
  if (!(await reasonToLook(context, taxpayerId, ['officer', 'supervisor']))) throw new AppError('NOT_FOUND')
  const evidence = vault.own.seal(`auditEntries|${taxpayerId}|evidence`, input.evidence)
  const done = await context.transact(async (tx) =>
    verifyIn(tx, { vault, officer: officer.id, taxpayerId, evidence }),
  )
  // The event does the same if this instance dies here.
  await displaceClaims(context, taxpayerId)
  return done
})

export const taxpayersRouter = { me, bind, setDefault, unbind, verify }
