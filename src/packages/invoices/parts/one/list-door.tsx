/** The reimbursement list that an invoice is on; or the open lists that it can be put on, and a new one. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { api } from '../../../../client/api'
import { go, routes } from '../../../../client/routes'
import { useAction } from '../../../../client/use-action'
import { useText } from '../../../../messages'
import { Await, Button, Column, List, ListItem, Sheet, Words } from '../../../../ui'
import { texts } from '../../messages'
import type { WalletInvoice } from '../../model/answers'
import { Failed } from '../failed'
import { MakeList } from '../list/make-list'
import { useLists } from '../queries'
import { useYuan } from '../words'

type Put = { readonly id: string; readonly on: true; readonly invoices: string[] }

const Choose = ({ it, onPut }: { readonly it: WalletInvoice; readonly onPut: () => void }) => {
  const t = useText(texts)
  const yuan = useYuan()
  const lists = useLists()
  const put = useAction((wish: Put, key) => api.invoices.putOnList(wish, { key }))
  const choose = async (id: string): Promise<void> => {
    if (await put.run({ id, on: true, invoices: [it.id] })) onPut()
  }
  return (
    <Column gap={12}>
      <Failed id="put-failed" error={put.error} />
      <Await query={lists.first}>
        {(first) => {
          const open = (lists.pages === 0 ? first.items : lists.items).filter(({ state }) => state === 'open')
          if (open.length === 0) return <Words as="s">{t('put.none')}</Words>
          return (
            <List id="put-lists">
              {open.map((list) => (
                <ListItem
                  key={list.id}
                  id={`put-${list.id}`}
                  title={list.title}
                  note={t('list.sum', { n: list.count, amount: yuan(list.fen) })}
                  onPress={() => void choose(list.id)}
                />
              ))}
            </List>
          )
        }}
      </Await>
      <MakeList onMade={(list) => void choose(list.id)} />
    </Column>
  )
}

export const ListDoor = ({ it, onPut }: { readonly it: WalletInvoice; readonly onPut: () => void }) => {
  const t = useText(texts)
  const [open, setOpen] = useState(false)
  const { listId } = it
  // An employer sends a void one back: that is not the next thing to do.
  const ended = it.state === 'void' || it.state === 'red'
  if (listId !== null)
    return (
      <List>
        <ListItem
          id="on-list"
          title={t('one.onList')}
          note={t('one.onListNote')}
          onPress={() => void go(routes.reimbursement(listId))}
        />
      </List>
    )
  return (
    <View>
      <Button id="put" kind={ended ? 'ghost' : 'primary'} icon="plus" block onPress={() => setOpen(true)}>
        {t('put')}
      </Button>
      <Sheet id="put-sheet" open={open} title={t('put')} onClose={() => setOpen(false)}>
        <Choose
          it={it}
          onPut={() => {
            setOpen(false)
            onPut()
          }}
        />
      </Sheet>
    </View>
  )
}
