/** The handlers of `__name__`: read, ask the rules, write once. */
import { implement } from '@orpc/server'
import type { Context } from '../core/io/context'
import { callingAccount } from '../core/io/identity/caller'
import { AppError } from '../core/pure/errors'
import { __name__Lines } from './collections'
import { contract } from './contract'
import { roomLeft } from './rules/room'

const os = implement(contract).$context<Context>()

export const router = {
  add: os.add.handler(async ({ input, context }) => {
    const { id: accountId } = await callingAccount(context)
    const key = await context.vault.keyOf(accountId)
    return context.transact(async (tx) => {
      const lines = (await tx.get(__name__Lines, accountId))?.lines ?? []
      if (roomLeft(lines.length) === 0) throw new AppError('__NAME___FULL')
      const id = tx.id('ln')
      const sealed = key.seal(`__name__Lines|${accountId}|${id}`, input.text)
      tx.put(__name__Lines, accountId, { v: 1, lines: [...lines, { id, text: sealed, at: tx.now }] })
      return { line: { id, text: input.text, at: tx.now }, left: roomLeft(lines.length + 1) }
    })
  }),
}
