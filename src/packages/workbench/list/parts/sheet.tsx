/** Refund cases of a range of days as a spreadsheet. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Form, Values } from '../../../../../functions/core/pure/forms'
import { dayOf } from '../../../../../functions/core/pure/time'
import { api } from '../../../../client/api'
import { openPaper } from '../../../../client/open-paper'
import { readPaper } from '../../../../client/paper'
import { useAction } from '../../../../client/use-action'
import { useNow } from '../../../../client/use-now'
import { useText } from '../../../../messages'
import { Button, Card, Column, Note, role, Words } from '../../../../ui'
import { FormFields, useForm } from '../../../../ui/form-fields'
import { texts } from '../../messages'
import { both } from '../../model/both'

const FORM: Form = {
  version: 1,
  sections: [
    {
      key: 'range',
      title: both('sheet.title'),
      fields: [
        { key: 'from', type: 'day', until: 'today', label: both('sheet.from') },
        { key: 'to', type: 'day', until: 'today', label: both('sheet.to') },
      ],
    },
  ],
}

interface Range {
  readonly from: string
  readonly to: string
}

export const SheetCard = ({ hallId }: { readonly hallId: string }) => {
  const t = useText(texts)
  const today = dayOf(useNow())
  const [values, setValues] = useState<Values>(() => ({ from: `${today.slice(0, 8)}01`, to: today }))
  const form = useForm({ form: FORM, values, onChange: setValues, today })
  const [told, setTold] = useState<'opened' | 'not'>()
  const sheet = useAction(async (range: Range) =>
    openPaper(await readPaper((place) => api.refunds.sheet({ hallId, ...range, place }))),
  )
  const range = { from: String(values.from ?? ''), to: String(values.to ?? '') }
  const turned = form.problems.length === 0 && range.to < range.from
  const open = async (): Promise<void> => {
    setTold(undefined)
    if (form.check() && !turned) setTold(await sheet.run(range))
  }
  return (
    <Card className="wb-plain">
      <Column gap={12}>
        <FormFields id="sheet" state={form} />
        <Words as="s">{t('sheet.lead')}</Words>
        {turned && (
          <View id="sheet-order" className="sb-s sb-danger" {...role('alert')}>
            {t('sheet.order')}
          </View>
        )}
        {sheet.error && (
          <Note tone="danger" icon="warn">
            <View {...role('alert')}>{sheet.error.message}</View>
          </Note>
        )}
        {told !== undefined && (
          <Words id="sheet-told" as={told === 'opened' ? 'ok' : 'warn'} live>
            {t(told === 'opened' ? 'sheet.done' : 'sheet.not')}
          </Words>
        )}
        <Button id="sheet-yes" kind="ghost" icon="download" loading={sheet.busy} onPress={() => void open()}>
          {t('sheet.yes')}
        </Button>
      </Column>
    </Card>
  )
}
