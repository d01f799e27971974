/** A title being typed: faults at the field as one types, and all of them at once on saving; the server knows more characters. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { say } from '../../../../../functions/core/pure/text'
import {
  taxNumberWarns,
  tidyTitle,
  titleFaults,
  type InvoiceTitle,
  type TitleField,
} from '../../../../../functions/invoices/rules/title-fields'
import { api } from '../../../../client/api'
import { useAction } from '../../../../client/use-action'
import { useLanguage, useText } from '../../../../messages'
import { Button, Card, Column, Field, Row, Toggle, Words } from '../../../../ui'
import { texts } from '../../messages'
import type { KeptTitle, SavingTitle } from '../../model/answers'
import { titleFaultsIn } from '../../model/refused'
import { EMPTY_TITLE, sameTitle, TITLE_FIELDS } from '../../model/title'
import { Failed } from '../failed'
import { Faults } from '../faults'
import { toTop } from '../top'

const titleIn = (kept: KeptTitle | undefined): InvoiceTitle => {
  if (!kept) return EMPTY_TITLE
  const { name, taxNumber, address, phone, bank, account } = kept
  return { name, taxNumber, address, phone, bank, account }
}

const useTitle = (kept: KeptTitle | undefined) => {
  const language = useLanguage()
  const [title, setTitle] = useState(() => titleIn(kept))
  const [left, setLeft] = useState<ReadonlySet<TitleField>>(() => new Set())
  const [tried, setTried] = useState(false)
  /** What was sent when it was refused: its faults are of that text alone. */
  const [sent, setSent] = useState<InvoiceTitle>()
  const save = useAction((wish: SavingTitle, key) => api.invoices.saveTitle(wish, { key }))
  const refused = sent && sameTitle(sent, title) ? titleFaultsIn(save.error) : new Map<string, string>()
  const own = titleFaults(tidyTitle(title))
  const faultOf = (field: TitleField): string | undefined => {
    const fault = own.find((one) => one.field === field)
    return fault ? say(fault.words, language) : refused.get(field)
  }
  return {
    title,
    tried,
    save,
    faults: TITLE_FIELDS.flatMap((field) => {
      const words = faultOf(field)
      return words === undefined ? [] : [{ field, words }]
    }),
    /** An empty name is no fault before one has left it. */
    told: (field: TitleField) =>
      tried || left.has(field) || title[field] !== '' ? faultOf(field) : undefined,
    set: (field: TitleField, value: string): void => setTitle((before) => ({ ...before, [field]: value })),
    leave: (field: TitleField): void => setLeft((before) => new Set([...before, field])),
    send: async (first: boolean) => {
      setTried(true)
      setSent(title)
      if (own.length > 0) return undefined
      return save.run({ ...(kept ? { id: kept.id } : {}), ...title, first })
    },
  }
}

export const TitleForm = ({
  kept,
  onSaved,
  onLeave,
}: {
  readonly kept: KeptTitle | undefined
  readonly onSaved: () => void
  readonly onLeave: () => void
}) => {
  const t = useText(texts)
  const form = useTitle(kept)
  const [first, setFirst] = useState(kept?.first ?? false)
  const send = async (): Promise<void> => {
    if (await form.send(first)) onSaved()
    else toTop()
  }
  return (
    <View id="title-form" className="sb-col g12">
      {form.tried && (
        <Faults
          id="title-faults"
          faults={form.faults.map(({ field, words }) => ({
            field: `title-${field}`,
            label: t(`title.${field}`),
            words,
          }))}
        />
      )}
      <Card>
        <Column gap={16}>
          <Words as="s">{t('title.lead')}</Words>
          {TITLE_FIELDS.map((field) => (
            <Field
              key={field}
              id={`title-${field}`}
              label={t(`title.${field}`)}
              value={form.title[field]}
              hint={field === 'name' ? undefined : t(`title.${field}.hint`)}
              error={form.told(field)}
              warning={
                field === 'taxNumber' && taxNumberWarns(form.title.taxNumber) ? t('title.warn') : undefined
              }
              maxlength={120}
              onInput={(value) => form.set(field, value)}
              onBlur={() => form.leave(field)}
            />
          ))}
          <Row>
            <View className="grow">{t('title.first')}</View>
            <Toggle id="title-first" label={t('title.first')} on={first} onChange={setFirst} />
          </Row>
        </Column>
      </Card>
      {form.save.error?.code !== 'TITLE_FAULTS' && <Failed id="title-failed" error={form.save.error} />}
      <Button id="title-save" block loading={form.save.busy} onPress={() => void send()}>
        {t('title.save')}
      </Button>
      <Button id="title-leave" kind="ghost" block onPress={onLeave}>
        {t('title.leave')}
      </Button>
    </View>
  )
}
