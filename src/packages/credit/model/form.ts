/** The reason of an appeal, as a form of one field: by the contract's rule. */
import type { Form, Values } from '../../../../functions/core/pure/forms'
import type { Text } from '../../../../functions/core/pure/text'
import { SAID } from '../../../../functions/credit/rules/fields'
import { texts } from '../messages'

type Key = keyof (typeof texts)['zh-CN']
const both = (key: Key): Text => ({ zh: texts['zh-CN'][key], en: texts.en[key] })

export const REASON = 'reason'

export const appealForm: Form = {
  version: 1,
  sections: [
    {
      key: 'appeal',
      title: both('appeal.write'),
      fields: [
        {
          key: REASON,
          type: 'text',
          max: SAID.max,
          lines: 4,
          says: true,
          label: both('appeal.reason'),
          hint: both('appeal.reasonHint'),
        },
      ],
    },
  ],
}

export const reasonIn = (values: Values): string => String(values[REASON] ?? '').trim()
