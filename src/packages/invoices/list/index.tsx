/** One reimbursement list: what is on it, what it comes to, more onto it, and handing it in. */
import { useState } from 'react'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { MOST_ON_A_LIST } from '../../../../functions/invoices/data/limits'
import { api } from '../../../client/api'
import { invalidate } from '../../../client/queries'
import { go, replace, routes } from '../../../client/routes'
import { useAction } from '../../../client/use-action'
import { useSignedIn } from '../../../client/use-signed-in'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import {
  Await,
  Button,
  Card,
  Column,
  Empty,
  Note,
  role,
  Row,
  Screen,
  SignedOut,
  Tag,
  Words,
} from '../../../ui'
import { texts } from '../messages'
import type { Reimbursement, WalletInvoice } from '../model/answers'
import { readListId } from '../model/params'
import { reimbursedIn } from '../model/refused'
import { ExportButton } from '../parts/export-button'
import { Failed } from '../parts/failed'
import { AddBar, AddInvoices, useAdding } from '../parts/list/add-invoices'
import { Items } from '../parts/list/items'
import { Taken, useHandIn, Ways } from '../parts/list/ways'
import { INVOICES, useList } from '../parts/queries'
import { toTop } from '../parts/top'
import { useYuan } from '../parts/words'
import '../invoices.css'

interface Off {
  readonly id: string
  readonly on: false
  readonly invoices: string[]
}

const Head = ({ list }: { readonly list: Reimbursement }) => {
  const t = useText(texts)
  const language = useLanguage()
  const yuan = useYuan()
  return (
    <Card id="list-head" next>
      <Column gap={4}>
        <Row top gap={8}>
          <View className="grow">
            <Words as="h" level={2}>
              {list.title}
            </Words>
          </View>
          <Tag tone={list.state === 'open' ? undefined : 'ok'}>{t(`list.${list.state}`)}</Tag>
        </Row>
        <View id="list-total" className="inv-sum">
          {yuan(list.fen)}
        </View>
        <Words as="s">{t('list.count', { n: list.count, most: MOST_ON_A_LIST })}</Words>
        {list.handedInAt !== null && (
          <Words as="s">{t('list.handedInAt', { time: momentText(list.handedInAt, language) })}</Words>
        )}
      </Column>
    </Card>
  )
}

/** What was just done, and what comes next. */
const Done = ({ done }: { readonly done: 'handIn' | 'takeBack' }) => {
  const t = useText(texts)
  return (
    <Note tone="ok" icon="check">
      <View id={`done-${done}`} {...role('status')} aria-live="polite">
        <Words as="b">{t(`done.${done}`)}</Words>
        <Words as="s">{t(`done.${done}.next`)}</Words>
      </View>
    </Note>
  )
}

const One = ({
  list,
  items,
  onAdd,
}: {
  readonly list: Reimbursement
  readonly items: readonly WalletInvoice[]
  readonly onAdd: () => void
}) => {
  const t = useText(texts)
  const [done, setDone] = useState<'handIn' | 'takeBack'>()
  const handIn = useHandIn()
  const off = useAction((wish: Off, key) => api.invoices.putOnList(wish, { key }))
  const open = list.state === 'open'
  const takeOff = async (ids: readonly string[]): Promise<void> => {
    if (!(await off.run({ id: list.id, on: false, invoices: [...ids] }))) return
    handIn.clear()
    invalidate(INVOICES)
  }
  const finish = (what: 'handIn' | 'takeBack'): void => {
    setDone(what)
    toTop()
    invalidate(INVOICES)
  }
  const gone = (): void => {
    invalidate(INVOICES)
    void replace(routes.reimbursements)
  }
  return (
    <>
      {done && <Done done={done} />}
      <Head list={list} />
      <Taken error={handIn.error} onOff={(ids) => void takeOff(ids)} />
      <Failed id="off-failed" error={off.error} />
      {items.length === 0 ? (
        <Empty icon="invoice" title={t('list.none')}>
          {t('list.noneWay')}
        </Empty>
      ) : (
        <Items
          items={items}
          taken={reimbursedIn(handIn.error)}
          onOff={open ? (ids) => void takeOff(ids) : undefined}
        />
      )}
      {open && (
        <Button
          id="add"
          kind={items.length === 0 ? 'primary' : 'ghost'}
          icon="plus"
          block
          disabled={list.count >= MOST_ON_A_LIST}
          onPress={onAdd}
        >
          {t(list.count >= MOST_ON_A_LIST ? 'list.full' : 'add')}
        </Button>
      )}
      <Ways
        list={list}
        handIn={handIn}
        onHandedIn={() => finish('handIn')}
        onBack={() => finish('takeBack')}
        onGone={gone}
      >
        {items.length > 0 && (
          <ExportButton
            id="export"
            words={t('export.list')}
            part={(place) => api.invoices.listSheet({ id: list.id, place })}
          />
        )}
      </Ways>
    </>
  )
}

const Missing = () => {
  const t = useText(texts)
  return (
    <Empty
      icon="out"
      title={t('list.missing')}
      action={t('door.lists')}
      onAction={() => void go(routes.reimbursements)}
    >
      {t('list.missingWay')}
    </Empty>
  )
}

const Found = ({ id }: { readonly id: string }) => {
  const t = useText(texts)
  const asked = useList(id)
  const [picking, setPicking] = useState(false)
  const adding = useAdding(id)
  usePullDownRefresh(() => {
    void asked.refetch().finally(() => Taro.stopPullDownRefresh())
  })
  const leave = (): void => {
    setPicking(false)
    toTop()
  }
  const put = (): void => {
    adding.clear()
    invalidate(INVOICES)
    leave()
  }
  const bar = picking ? <AddBar adding={adding} onDone={put} onLeave={leave} /> : undefined
  return (
    <Screen id="reimbursement" title={t(picking ? 'add' : 'list.title')} bar={bar}>
      {asked.error?.code === 'NOT_FOUND' ? (
        <Missing />
      ) : (
        <Await query={asked}>
          {({ list, items }) =>
            picking && list.state === 'open' ? (
              <AddInvoices listId={id} room={MOST_ON_A_LIST - list.count} adding={adding} />
            ) : (
              <One
                list={list}
                items={items}
                onAdd={() => {
                  setPicking(true)
                  toTop()
                }}
              />
            )
          }
        </Await>
      )}
    </Screen>
  )
}

export default function ListPage() {
  const t = useText(texts)
  const { params } = useRouter()
  const signedIn = useSignedIn()
  const id = readListId(params)
  if (signedIn && id !== undefined) return <Found id={id} />
  return (
    <Screen id="reimbursement" title={t('list.title')}>
      {signedIn ? <Missing /> : <SignedOut title={t('lists.signIn')} />}
    </Screen>
  )
}
