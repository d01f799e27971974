/** The departure refund form as a paper, for who would rather carry one: made anew each time, the same each time. */
import type { Context } from '../../core/io/context'
import { renderPaper, type Block, type Paper, type Row } from '../../core/io/papers'
import { paperPartOf } from '../../core/io/papers/part'
import { shownSections } from '../../core/pure/form-values'
import { shownValue } from '../../core/pure/form-words'
import type { Values } from '../../core/pure/forms'
import { fen } from '../../core/pure/money'
import { say, text, type Text } from '../../core/pure/text'
import { groupedCode } from '../../core/pure/verification-code'
import { catalogueOf } from '../../halls/public'
import { DEPARTURE_MODES, DEPARTURE_STATES } from '../data/departure-words'
import { departureLaws } from '../data/kinds/departure'
import { departureForm } from '../data/kinds/departure-form'
import { amountOf } from '../rules/kinds/departure'
import type { DepartureFormDoc } from './collections'
import type { Form } from './own'
import { openValues } from './values'

const TITLE = text('离境退税申请单', 'Departure Tax Refund Form')

const row = (label: Text, value: Row['value']): Row => ({ label, value })

/** Numbers of accounts and cards are no business of who verifies. */
const NOT_PRINTED: readonly string[] = [
  'transferBank',
  'transferAccount',
  'preauthNo',
  'declared',
  'agreement',
]

const answers = (values: Values, language: Context['language']): Block[] =>
  shownSections(departureForm, values)
    .map(({ title, fields }) => ({
      kind: 'rows' as const,
      title,
      rows: fields
        .filter(({ key }) => !NOT_PRINTED.includes(key))
        .map((field) => row(field.label, shownValue(field, values[field.key], language))),
    }))
    .filter(({ rows }) => rows.length > 0)

const amounts = (values: Values): Block[] => {
  const amount = amountOf(values)
  if (!amount) return []
  const net = amount.lines.at(-1)
  return [
    {
      kind: 'table',
      title: text('退税额', 'Refund'),
      columns: [
        { title: text('项目', 'Item'), share: 3 },
        { title: text('怎么算', 'How'), share: 3 },
        { title: text('金额（元）', 'Yuan'), share: 2, align: 'right' },
      ],
      rows: amount.lines
        .filter((line) => line !== net)
        .map(({ label, how, fen: sum }) => [label, how ?? '', { fen: sum }]),
      ...(net ? { total: [net.label, '', { fen: net.fen }] } : {}),
    },
  ]
}

const head = (doc: DepartureFormDoc, portName: Text): Block => ({
  kind: 'rows',
  rows: [
    row(text('申请单编号', 'Form'), groupedCode(doc.code)),
    row(text('状态', 'State'), DEPARTURE_STATES[doc.state]),
    row(text('退付方式', 'Way'), DEPARTURE_MODES[doc.mode]),
    row(text('离境口岸', 'Port'), portName),
    row(text('含税金额', 'Amount, tax included'), { fen: fen(doc.total) }),
    row(text('最迟离境', 'Leave by'), { day: doc.lastDay }),
  ],
})

const law = (): Block => ({
  kind: 'law',
  lines: departureLaws.map(({ name, basis, unconfirmed }) => ({ rule: name, basis, unconfirmed })),
})

/** @throws AppError NOT_FOUND for a part that there is not */
export const formPaper = async (context: Context, { id, doc }: Form, place: number) => {
  const { language, settings } = context
  const values = openValues(await context.vault.keyOf(doc.owner), id, doc)
  const hall = (await catalogueOf(context)).halls.get(doc.port)
  const seal = (label: Text) => ({ kind: 'seal' as const, label })
  const paper: Paper = {
    title: TITLE,
    blocks: [
      head(doc, hall?.name ?? text(doc.port, doc.port)),
      ...answers(values, language),
      ...amounts(values),
      law(),
    ],
    places: [
      { kind: 'signature', label: text('旅客', 'Traveller') },
      { ...seal(text('海关', 'Customs')), ...(doc.verifiedOn === null ? {} : { day: doc.verifiedOn }) },
    ],
    proof: { code: groupedCode(doc.code) },
  }
  const bytes = await renderPaper(paper, {
    language,
    now: doc.changedAt,
    demonstration: settings.demonstration,
  })
  return paperPartOf({ kind: 'pdf', name: `${say(TITLE, language)} ${groupedCode(doc.code)}`, bytes }, place)
}
