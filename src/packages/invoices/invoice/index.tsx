/** One invoice of the wallet: what it says, whether it is genuine, what it is kept for, its file, its list, and out of here. */
import { useState } from 'react'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { dayOf } from '../../../../functions/core/pure/time'
import { entryOf } from '../../../../functions/invoices/rules/invoice'
import { invalidate } from '../../../client/queries'
import { go, replace, routes } from '../../../client/routes'
import { useSignedIn } from '../../../client/use-signed-in'
import { useLanguage, useText } from '../../../messages'
import { datedText } from '../../../messages/dates'
import { Await, Empty, Fact, Row, Screen, SignedOut, Tag, Words } from '../../../ui'
import { texts } from '../messages'
import type { KeptFile, Known, WalletInvoice } from '../model/answers'
import { stateTone } from '../model/outcome'
import { readInvoiceId } from '../model/params'
import { CheckCard } from '../parts/look/check-card'
import { FactsCard } from '../parts/look/facts-card'
import { ChangeCard } from '../parts/one/change-card'
import { FileCard } from '../parts/one/file-card'
import { ListDoor } from '../parts/one/list-door'
import { Remove } from '../parts/one/remove'
import { INVOICES, useInvoice } from '../parts/queries'
import { useInvoiceWords } from '../parts/words'
import '../invoices.css'

interface Shown {
  readonly invoice: WalletInvoice
  readonly known: Known
  readonly file: KeptFile | null
}

const One = ({ shown, onChange }: { readonly shown: Shown; readonly onChange: () => void }) => {
  const t = useText(texts)
  const language = useLanguage()
  const words = useInvoiceWords()
  const { invoice: it } = shown
  const [checked, setChecked] = useState<Known>()
  const gone = (): void => {
    invalidate(INVOICES)
    void replace(routes.wallet())
  }
  return (
    <>
      <FactsCard
        entry={entryOf(it.facts)}
        sellerName={checked?.outcome === 'match' || shown.known.outcome === 'match' ? null : it.sellerName}
      >
        <Row start gap={8} wrap>
          <Tag tone={stateTone(it.state)}>{words.state(it.state)}</Tag>
          <Tag>{words.category(it.category)}</Tag>
        </Row>
        <Fact label={t('one.source')}>{t(`source.${it.source}`)}</Fact>
        <Fact label={t('one.added')}>{datedText(dayOf(it.addedAt), language)}</Fact>
      </FactsCard>
      <CheckCard facts={it.facts} known={checked ?? shown.known} onKnown={setChecked} kept />
      <ListDoor it={it} onPut={onChange} />
      <ChangeCard key={`${it.category} ${it.note}`} it={it} onChange={onChange} />
      <FileCard key={it.fileId ?? ''} it={it} file={shown.file} onChange={onChange} />
      {it.listId === null ? (
        <Remove it={it} onGone={gone} />
      ) : (
        <Words as="s center">{t('remove.onList')}</Words>
      )}
    </>
  )
}

const Missing = () => {
  const t = useText(texts)
  return (
    <Empty
      icon="invoice"
      title={t('one.none')}
      action={t('door.wallet')}
      onAction={() => void go(routes.wallet())}
    >
      {t('one.noneWay')}
    </Empty>
  )
}

export default function InvoicePage() {
  const t = useText(texts)
  const { params } = useRouter()
  const id = readInvoiceId(params)
  const signedIn = useSignedIn()
  const asked = useInvoice(id)
  usePullDownRefresh(() => {
    void asked.refetch().finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <Screen id="invoice" title={t('one.title')}>
      {!signedIn ? (
        <SignedOut />
      ) : id === undefined || asked.error?.code === 'NOT_FOUND' ? (
        <Missing />
      ) : (
        <Await query={asked}>{(shown) => <One shown={shown} onChange={() => invalidate(INVOICES)} />}</Await>
      )}
    </Screen>
  )
}
