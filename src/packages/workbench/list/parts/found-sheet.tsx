/** What the office finds itself to be overpaid: the voucher by its number, which line, how much, how it was found; then a case. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Form, Values } from '../../../../../functions/core/pure/forms'
import { dayOf } from '../../../../../functions/core/pure/time'
import { api, type Output } from '../../../../client/api'
import type { ApiError } from '../../../../client/errors'
import { isRecord } from '../../../../client/storage'
import { useAction } from '../../../../client/use-action'
import { useNow } from '../../../../client/use-now'
import { useText } from '../../../../messages'
import { Button, classes, Field, Note, press, role, Sheet, Words } from '../../../../ui'
import { FormFields, useForm } from '../../../../ui/form-fields'
import { texts } from '../../messages'
import { both } from '../../model/both'
import { usePeriod } from '../../model/period'
import { useYuan } from '../../model/words'

type Voucher = Output<'refunds', 'lookVouchers'>['items'][number]

/** As the contract takes it. */
const NUMBER = { min: 6, max: 40 }

const amountForm = (most: number): Form => ({
  version: 1,
  sections: [
    {
      key: 'amount',
      title: both('found.section'),
      fields: [
        { key: 'amount', type: 'money', min: 1, max: most, label: both('found.amount') },
        {
          key: 'said',
          type: 'text',
          max: 500,
          says: true,
          label: both('found.said'),
          hint: both('found.saidHint'),
        },
      ],
    },
  ],
})

const LineChoice = ({
  lines,
  chosen,
  onChoose,
}: {
  readonly lines: readonly Voucher[]
  readonly chosen: string | undefined
  readonly onChoose: (voucher: Voucher) => void
}) => {
  const t = useText(texts)
  const period = usePeriod()
  const yuan = useYuan()
  return (
    <View className="sb-choices" {...role('radiogroup')} aria-label={t('found.line')}>
      {lines.map((voucher) => {
        const { id, taxName, from, to, left } = voucher
        const name = t('found.lineText', { tax: taxName, period: period(from, to) })
        const on = chosen === id
        return (
          <View
            key={id}
            id={`found-${id}`}
            className={classes('sb-choice', on && 'on')}
            {...press({
              role: 'radio',
              chosen: on,
              label: name,
              disabled: left <= 0,
              onPress: () => onChoose(voucher),
            })}
          >
            <View className="sb-choice-mark" aria-hidden="true" />
            <View className="grow">
              <Words>{name}</Words>
              <Words as="s num">
                {left > 0 ? t('found.left', { amount: yuan(left) }) : t('found.spent')}
              </Words>
            </View>
          </View>
        )
      })}
    </View>
  )
}

const useFoundError = () => {
  const t = useText(texts)
  const yuan = useYuan()
  return (error: ApiError): string => {
    if (error.code === 'NOT_FOUND') return t('found.noPayer')
    const left: unknown = isRecord(error.data) ? error.data['left'] : undefined
    return typeof left === 'number'
      ? `${error.message} ${t('found.only', { amount: yuan(left) })}`
      : error.message
  }
}

const Amount = ({
  hallId,
  voucher,
  onOpened,
}: {
  readonly hallId: string
  readonly voucher: Voucher
  readonly onOpened: (id: string) => void
}) => {
  const t = useText(texts)
  const errorText = useFoundError()
  const today = dayOf(useNow())
  const [values, setValues] = useState<Values>({})
  const state = useForm({ form: amountForm(voucher.left), values, onChange: setValues, today })
  const open = useAction((input: { readonly amount: number; readonly said: string }, key) =>
    api.refunds.openFound({ hallId, voucherId: voucher.id, ...input }, { key }),
  )
  const send = async (): Promise<void> => {
    if (!state.check()) return
    const opened = await open.run({ amount: Number(values.amount), said: String(values.said).trim() })
    if (opened) onOpened(opened.id)
  }
  return (
    <>
      <View className="wb-plain">
        <FormFields id="found" state={state} />
      </View>
      {open.error && (
        <Note tone="danger" icon="warn">
          <View {...role('alert')}>{errorText(open.error)}</View>
        </Note>
      )}
      <Button id="found-yes" loading={open.busy} onPress={() => void send()}>
        {t('found.yes')}
      </Button>
    </>
  )
}

export const FoundSheet = ({
  hallId,
  onOpened,
  onClose,
}: {
  readonly hallId: string
  readonly onOpened: (id: string) => void
  readonly onClose: () => void
}) => {
  const t = useText(texts)
  const [number, setNumber] = useState('')
  const [tried, setTried] = useState(false)
  const [lines, setLines] = useState<readonly Voucher[]>()
  const [voucher, setVoucher] = useState<Voucher>()
  const look = useAction((wanted: string) => api.refunds.lookVouchers({ hallId, number: wanted }))
  const tidy = number.replace(/\s/g, '')
  const wrong = tidy.length < NUMBER.min || tidy.length > NUMBER.max
  const ask = async (): Promise<void> => {
    setTried(true)
    setVoucher(undefined)
    setLines(undefined)
    if (!wrong) setLines((await look.run(tidy))?.items)
  }
  return (
    <Sheet id="found-sheet" open title={t('found.title')} onClose={onClose}>
      <Words as="s">{t('found.lead')}</Words>
      <Field
        id="found-number"
        label={t('found.number')}
        value={number}
        hint={t('found.numberHint')}
        maxlength={60}
        error={tried && wrong ? t('found.numberNeeded') : undefined}
        onInput={setNumber}
      />
      <Button id="found-look" kind="ghost" icon="search" loading={look.busy} onPress={() => void ask()}>
        {t('found.look')}
      </Button>
      {look.error && (
        <Note tone="danger" icon="warn">
          <View {...role('alert')}>{look.error.message}</View>
        </Note>
      )}
      {lines?.length === 0 && (
        <Note icon="info">
          <View id="found-none" {...role('status')}>
            {t('found.none')}
          </View>
        </Note>
      )}
      {lines && lines.length > 0 && <LineChoice lines={lines} chosen={voucher?.id} onChoose={setVoucher} />}
      {voucher && <Amount key={voucher.id} hallId={hallId} voucher={voucher} onOpened={onOpened} />}
      <Button id="found-no" kind="ghost" onPress={onClose}>
        {t('cancel')}
      </Button>
    </Sheet>
  )
}
