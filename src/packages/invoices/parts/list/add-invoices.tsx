/** Several invoices of the wallet at once onto a list: those on another are shown, and cannot be chosen. */
import { useState } from 'react'
import { api } from '../../../../client/api'
import { useAction } from '../../../../client/use-action'
import { go, routes } from '../../../../client/routes'
import { useText } from '../../../../messages'
import { BottomBar, Button, Empty, PagedList, Words } from '../../../../ui'
import { CheckRow } from '../../../../ui/check'
import { texts } from '../../messages'
import type { WalletInvoice } from '../../model/answers'
import { Failed } from '../failed'
import { InvoiceLines, useInvoiceName } from '../invoice-row'
import { useWallet } from '../queries'
import { useYuan } from '../words'

interface Put {
  readonly id: string
  readonly on: true
  readonly invoices: string[]
}

export interface Adding {
  readonly chosen: readonly WalletInvoice[]
  readonly toggle: (it: WalletInvoice, on: boolean) => void
  readonly clear: () => void
  readonly send: () => Promise<boolean>
  readonly busy: boolean
  readonly error: ReturnType<typeof useAction<Put, unknown>>['error']
}

export const useAdding = (listId: string): Adding => {
  const [chosen, setChosen] = useState<readonly WalletInvoice[]>([])
  const put = useAction((wish: Put, key) => api.invoices.putOnList(wish, { key }))
  return {
    chosen,
    busy: put.busy,
    error: put.error,
    toggle: (it, on) =>
      setChosen((before) => [...before.filter(({ id }) => id !== it.id), ...(on ? [it] : [])]),
    clear: () => setChosen([]),
    send: async () =>
      (await put.run({ id: listId, on: true, invoices: chosen.map(({ id }) => id) })) !== undefined,
  }
}

export const AddInvoices = ({
  listId,
  room,
  adding,
}: {
  readonly listId: string
  /** How many more it takes. */
  readonly room: number
  readonly adding: Adding
}) => {
  const t = useText(texts)
  const pages = useWallet()
  const nameOf = useInvoiceName()
  const yuan = useYuan()
  const full = adding.chosen.length >= room
  return (
    <>
      <Words as="s">{t('add.lead', { n: room })}</Words>
      <Failed id="add-failed" error={adding.error} />
      <PagedList
        id="add-list"
        label={t('add')}
        className="sb-col g8"
        pages={pages}
        idOf={({ id }) => id}
        empty={
          <Empty
            icon="invoice"
            title={t('wallet.none')}
            action={t('scan.first')}
            onAction={() => void go(routes.invoices)}
          >
            {t('wallet.noneWay')}
          </Empty>
        }
      >
        {(it) => {
          const on = adding.chosen.some(({ id }) => id === it.id)
          const here = it.listId === listId
          return (
            <CheckRow
              id={`add-${it.id}`}
              label={t('add.one', { name: nameOf(it), amount: yuan(it.fen) })}
              on={on || here}
              disabled={it.listId !== null || (full && !on)}
              onChange={(next) => adding.toggle(it, next)}
            >
              <InvoiceLines it={it}>
                {it.listId !== null && <Words as="s">{t(here ? 'add.here' : 'add.elsewhere')}</Words>}
              </InvoiceLines>
            </CheckRow>
          )
        }}
      </PagedList>
    </>
  )
}

export const AddBar = ({
  adding,
  onDone,
  onLeave,
}: {
  readonly adding: Adding
  readonly onDone: () => void
  readonly onLeave: () => void
}) => {
  const t = useText(texts)
  const yuan = useYuan()
  const { chosen, busy, send } = adding
  const fen = chosen.reduce((sum, one) => sum + one.fen, 0)
  return (
    <BottomBar>
      <Button id="add-leave" kind="ghost" onPress={onLeave}>
        {t('add.leave')}
      </Button>
      <Button
        id="add-send"
        grow
        disabled={chosen.length === 0}
        loading={busy}
        onPress={() => void send().then((done) => done && onDone())}
      >
        {t('add.send', { n: chosen.length, amount: yuan(fen) })}
      </Button>
    </BottomBar>
  )
}
