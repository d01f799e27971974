/** The wallet: what is in it, by month and category; what that comes to; and all of a year as a spreadsheet. */
import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { api } from '../../../client/api'
import { go, routes } from '../../../client/routes'
import { useSignedIn } from '../../../client/use-signed-in'
import { useText } from '../../../messages'
import { Card, Column, Empty, PagedList, press, Screen, SignedOut, Words } from '../../../ui'
import { texts } from '../messages'
import type { WalletInvoice } from '../model/answers'
import { readMonth } from '../model/params'
import { monthOf, yearOf } from '../model/shown'
import { totalIn, type Total } from '../model/sums'
import { ExportButton } from '../parts/export-button'
import { Filters } from '../parts/filters'
import { InvoiceLines } from '../parts/invoice-row'
import { useWallet, useYear, type Filter } from '../parts/queries'
import { useInvoiceWords, useToday, useYuan } from '../parts/words'
import '../invoices.css'

/** What is chosen, in words, and what it comes to. */
const Sum = ({ filter, year, total }: { filter: Filter; year: string; total: Total }) => {
  const t = useText(texts)
  const words = useInvoiceWords()
  const yuan = useYuan()
  const when = filter.month === undefined ? t('wallet.year', { year }) : words.month(filter.month)
  const what =
    filter.category === undefined ? when : t('wallet.of', { when, what: words.category(filter.category) })
  return (
    <Card id="sum">
      <Column gap={4}>
        <Words as="s">{t('wallet.sum', { what, n: total.count })}</Words>
        <Words id="sum-total" as="xl num">
          {yuan(total.fen)}
        </Words>
        <ExportButton
          id="export"
          kind="text"
          words={t('export.year', { year })}
          part={(place) => api.invoices.sheet({ year, place })}
        />
      </Column>
    </Card>
  )
}

const None = ({ filtered, onAll }: { readonly filtered: boolean; readonly onAll: () => void }) => {
  const t = useText(texts)
  return filtered ? (
    <Empty icon="invoice" title={t('wallet.noneHere')} action={t('filter.none')} onAction={onAll} />
  ) : (
    <Empty
      icon="invoice"
      title={t('wallet.none')}
      action={t('scan.first')}
      onAction={() => void go(routes.invoices)}
    >
      {t('wallet.noneWay')}
    </Empty>
  )
}

const One = ({ it, heads }: { readonly it: WalletInvoice; readonly heads: boolean }) => {
  const words = useInvoiceWords()
  return (
    <View className="sb-col g8">
      {heads && <View className="inv-month">{words.month(monthOf(it.facts.issuedOn))}</View>}
      <View
        id={`invoice-${it.id}`}
        className="sb-card"
        {...press({ role: 'link', onPress: () => void go(routes.invoice(it.id)) })}
      >
        <InvoiceLines it={it} />
      </View>
    </View>
  )
}

const Wallet = ({ begin }: { readonly begin: string | undefined }) => {
  const t = useText(texts)
  const today = useToday()
  const [filter, setFilter] = useState<Filter>({ month: begin })
  const pages = useWallet(filter)
  const year = yearOf(filter.month ?? today)
  const sums = useYear(year)
  const shown = pages.pages === 0 ? (pages.first.data?.items ?? []) : pages.items
  const isFirstOfMonth = (it: WalletInvoice, place: number): boolean => {
    const before = shown[place - 1]
    return !before || monthOf(before.facts.issuedOn) !== monthOf(it.facts.issuedOn)
  }
  return (
    <>
      {sums.data && <Sum filter={filter} year={year} total={totalIn(sums.data.sums, filter)} />}
      <Filters filter={filter} onChange={setFilter} />
      <PagedList
        key={`${filter.month ?? ''} ${filter.category ?? ''}`}
        id="wallet-list"
        label={t('door.wallet')}
        pages={pages}
        idOf={({ id }) => id}
        empty={
          <None
            filtered={filter.month !== undefined || filter.category !== undefined}
            onAll={() => setFilter({})}
          />
        }
      >
        {(it, place) => <One it={it} heads={isFirstOfMonth(it, place)} />}
      </PagedList>
    </>
  )
}

export default function WalletPage() {
  const t = useText(texts)
  const { params } = useRouter()
  const signedIn = useSignedIn()
  return (
    <Screen id="wallet" title={t('door.wallet')}>
      {signedIn ? <Wallet begin={readMonth(params)} /> : <SignedOut title={t('wallet.signIn')} />}
    </Screen>
  )
}
