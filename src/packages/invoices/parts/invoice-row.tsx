/** An invoice of the wallet in a list: whose it is, when, what for, how much, and what is known of it. */
import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { useLanguage, useText } from '../../../messages'
import { datedText } from '../../../messages/dates'
import { Column, Row, Tag, Words } from '../../../ui'
import { texts } from '../messages'
import type { WalletInvoice } from '../model/answers'
import { stateTone } from '../model/outcome'
import { tailOf } from '../model/shown'
import { useInvoiceWords, useYuan } from './words'

/** What it is called where there is room for one line. */
export const useInvoiceName = () => {
  const words = useInvoiceWords()
  return ({ sellerName, facts }: Pick<WalletInvoice, 'sellerName' | 'facts'>): string =>
    sellerName ?? words.kind(facts.kind)
}

export const InvoiceLines = ({
  it,
  children,
}: {
  readonly it: WalletInvoice
  /** Said of it below. */
  readonly children?: ReactNode
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const words = useInvoiceWords()
  const yuan = useYuan()
  const name = useInvoiceName()(it)
  return (
    <Column gap={4} grow>
      <Row top gap={8}>
        <View className="grow inv-name">{name}</View>
        <View className="inv-amount">{yuan(it.fen)}</View>
      </Row>
      <Words as="s num">
        {t('row.facts', { day: datedText(it.facts.issuedOn, language), number: tailOf(it.facts.number) })}
      </Words>
      <View className="inv-tags">
        <Tag>{words.category(it.category)}</Tag>
        <Tag tone={stateTone(it.state)}>{words.state(it.state)}</Tag>
        {it.listId !== null && <Tag tone="quiet">{t('row.listed')}</Tag>}
      </View>
      {it.note !== '' && <Words as="s">{it.note}</Words>}
      {children}
    </Column>
  )
}
