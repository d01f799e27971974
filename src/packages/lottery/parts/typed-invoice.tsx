/** A 数电票 typed in: its number, kind, day and total; checked as one types, all at once before one goes on. */
import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { InvoiceFacts } from '../../../../functions/core/pure/invoice-facts'
import type { Form, Values } from '../../../../functions/core/pure/forms'
import { say, text } from '../../../../functions/core/pure/text'
import { digitsOf, groupedDigits } from '../../../../functions/core/pure/typed-digits'
import { kindName } from '../../../../functions/lottery/data/kinds'
import { go, routes } from '../../../client/routes'
import { useLanguage, useText } from '../../../messages'
import { common } from '../../../messages/common'
import { Button, Field, Fields, Words } from '../../../ui'
import { FormFields, useForm } from '../../../ui/form-fields'
import { texts } from '../messages'
import { NUMBER_DIGITS, numberProblem, TYPED_KINDS, typedFacts } from '../model/typed'
import { useToday } from './words'

/** The most that one invoice says, as the contract has it. */
const MOST = 1_000_000_000_000

const useInvoiceForm = (): Form => {
  const t = useText(texts)
  const language = useLanguage()
  const said = (words: string) => text(words, words)
  return {
    version: 1,
    sections: [
      {
        key: 'invoice',
        title: said(t('typed.rest')),
        fields: [
          {
            key: 'kind',
            type: 'choice',
            label: said(t('typed.kind')),
            choices: TYPED_KINDS.map((kind) => ({ value: kind, label: said(say(kindName(kind), language)) })),
          },
          { key: 'issuedOn', type: 'day', until: 'today', label: said(t('typed.day')) },
          {
            key: 'amount',
            type: 'money',
            min: 1,
            max: MOST,
            label: said(t('typed.amount')),
            hint: said(t('typed.amountHint')),
          },
        ],
      },
    ],
  }
}

const useNumberText = () => {
  const t = useText(texts)
  const words = useText(common)
  return (typed: string, told: boolean): string | undefined => {
    const problem = numberProblem(typed)
    if (problem === 'long') return t('typed.long', { n: digitsOf(typed).length })
    if (problem === undefined || !told) return undefined
    return problem === 'required' ? words('required') : t('typed.digits', { n: digitsOf(typed).length })
  }
}

export const TypedInvoice = ({
  onFacts,
  lead,
}: {
  readonly onFacts: (facts: InvoiceFacts) => void
  /** In place of the usual way to begin. */
  readonly lead?: ReactNode
}) => {
  const t = useText(texts)
  const today = useToday()
  const [number, setNumber] = useState('')
  const [told, setTold] = useState(false)
  const [values, setValues] = useState<Values>({ kind: '32' })
  const form = useForm({ form: useInvoiceForm(), values, onChange: setValues, today })
  const numberText = useNumberText()
  const next = (): void => {
    setTold(true)
    const sound = form.check()
    const facts = sound ? typedFacts(number, values) : undefined
    if (facts) onFacts(facts)
  }
  const compared = groupedDigits(number)
  return (
    <>
      {lead ?? (
        <>
          <Words>{t('typed.lead')}</Words>
          <Button id="from-wallet" kind="ghost" icon="qr" block onPress={() => void go(routes.invoices)}>
            {t('typed.wallet')}
          </Button>
        </>
      )}
      <Fields>
        <Field
          id="invoice-number"
          label={t('typed.number')}
          value={number}
          // Digits first, and a number may be pasted with its spaces.
          type="idcard"
          hint={t('typed.numberHint', { n: NUMBER_DIGITS })}
          error={numberText(number, told)}
          maxlength={40}
          onInput={setNumber}
          onBlur={() => setTold(number !== '')}
        />
        {compared !== '' && (
          <View>
            <Words as="s">{t('typed.compare')}</Words>
            <Words id="number-grouped" as="num b">
              {compared}
            </Words>
          </View>
        )}
      </Fields>
      <FormFields id="invoice" state={form} />
      <Button id="look" block onPress={next}>
        {t('typed.next')}
      </Button>
    </>
  )
}
