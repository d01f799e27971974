/** What an invoice says of itself: its kind in words, its number in groups, its day and its amount. */
import { groupedDigits } from '../../../../../functions/core/pure/typed-digits'
import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { fen, yuanDisplay } from '../../../../../functions/core/pure/money'
import { isDay } from '../../../../../functions/core/pure/time'
import { amountOfKind, readAmount, type InvoiceEntry } from '../../../../../functions/invoices/rules/invoice'
import { useLanguage, useText } from '../../../../messages'
import { datedText } from '../../../../messages/dates'
import { Card, Column, Fact, Words } from '../../../../ui'
import { texts } from '../../messages'
import { useInvoiceWords } from '../words'

const Figure = ({
  id,
  label,
  digits,
}: {
  readonly id: string
  readonly label: string
  readonly digits: string
}) => (
  <Column gap={4}>
    <Words as="s">{label}</Words>
    <View id={id} className="inv-digits" aria-label={`${label} ${groupedDigits(digits)}`}>
      {groupedDigits(digits)}
    </View>
  </Column>
)

/** What cannot be read is shown as it stands. */
const useAmount = ({ amount }: InvoiceEntry): string => {
  const t = useText(texts)
  const read = readAmount(amount)
  if (amount === '') return t('facts.none')
  return read === undefined ? amount.slice(0, 24) : t('yuan', { amount: yuanDisplay(fen(read)) })
}

export const FactsCard = ({
  entry,
  sellerName,
  children,
}: {
  readonly entry: InvoiceEntry
  readonly sellerName?: string | null | undefined
  readonly children?: ReactNode
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const words = useInvoiceWords()
  const { kind, code, number, issuedOn, checkCode } = entry
  const day = isDay(issuedOn) ? datedText(issuedOn, language) : issuedOn === '' ? t('facts.none') : issuedOn
  const amount = useAmount(entry)
  return (
    <Card id="facts" next>
      <Column gap={12}>
        <Column gap={4}>
          <Words id="facts-kind" as="h" level={2}>
            {words.kind(kind)}
          </Words>
          <View id="facts-amount" className="inv-sum">
            {amount}
          </View>
          <Words as="s">{words.amountOf(amountOfKind(kind, number))}</Words>
        </Column>
        <Figure
          id="facts-number"
          label={t('field.number')}
          digits={number === '' ? t('facts.none') : number}
        />
        {code !== '' && <Figure id="facts-code" label={t('field.code')} digits={code} />}
        {checkCode !== '' && <Figure id="facts-checkCode" label={t('field.checkCode')} digits={checkCode} />}
        <Fact label={t('field.issuedOn')}>{day}</Fact>
        {sellerName && <Fact label={t('seller')}>{sellerName}</Fact>}
        {children}
      </Column>
    </Card>
  )
}
