/** Typing an invoice: faults at the field as one types, and all of them at once on going on. What is typed is kept as a draft. */
import { useRef, useState } from 'react'
import { say } from '../../../../../functions/core/pure/text'
import {
  askedEntry,
  askedFields,
  entryFaults,
  tidyEntry,
  type FieldFault,
} from '../../../../../functions/invoices/rules/fields'
import type { EntryField, InvoiceEntry } from '../../../../../functions/invoices/rules/invoice'
import type { Picked } from '../../../../client/upload'
import { useLanguage, useText } from '../../../../messages'
import { Button } from '../../../../ui'
import { toTop } from '../top'
import { texts } from '../../messages'
import { isDoubtful, toldAtOnce } from '../../model/entry'
import { keepDraft, take, type FromPdf } from '../../model/in-hand'
import { Faults } from '../faults'
import { useToday } from '../words'
import { EntryFields, useFieldNames } from './entry-fields'

/** What every kind asks; the rest is asked once the kind is known. */
const UNTIL_CHOSEN: readonly EntryField[] = ['kind', 'number', 'issuedOn', 'amount']

const useTyping = (begin: InvoiceEntry) => {
  const [entry, setEntry] = useState(begin)
  // Two fields may change before either is drawn.
  const latest = useRef(begin)
  const [left, setLeft] = useState<ReadonlySet<EntryField>>(() => new Set())
  const [tried, setTried] = useState(false)
  const today = useToday()
  const faults = entryFaults(tidyEntry(entry), today)
  const isTold = (fault: FieldFault): boolean => tried || left.has(fault.field) || toldAtOnce(fault)
  return {
    entry,
    faults,
    tried,
    told: (field: EntryField) => faults.find((fault) => fault.field === field && isTold(fault)),
    set: (field: EntryField, value: string): void => {
      latest.current = { ...latest.current, [field]: value }
      setEntry(latest.current)
      keepDraft(latest.current)
    },
    leave: (field: EntryField): void =>
      setLeft((before) => (before.has(field) ? before : new Set([...before, field]))),
    attempt: (): boolean => {
      setTried(true)
      return faults.length === 0
    },
  }
}

export const TypeForm = ({
  begin,
  pdf,
  photo,
  onLook,
}: {
  readonly begin: InvoiceEntry
  readonly pdf?: FromPdf | undefined
  /** The picture that it was read in before it was put right here. */
  readonly photo?: Picked | undefined
  readonly onLook: () => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const typing = useTyping(begin)
  const { entry, faults } = typing
  const nameOf = useFieldNames(entry.kind)
  const look = (): void => {
    if (!typing.attempt()) {
      toTop()
      return
    }
    take({ by: 'typed', entry: askedEntry(tidyEntry(entry)), pdf, photo })
    onLook()
  }
  const errorOf = (field: EntryField): string | undefined => {
    const fault = typing.told(field)
    return fault && say(fault.words, language)
  }
  // Until it was changed, what a PDF said unsurely is to be compared.
  const warningOf = (field: EntryField): string | undefined => {
    if (!pdf) return undefined
    if (begin[field] === '' && entry[field] === '') return t('pdf.missing')
    return entry[field] === begin[field] && isDoubtful(field, entry, pdf.unsure) ? t('pdf.unsure') : undefined
  }
  return (
    <>
      {typing.tried && (
        <Faults
          id="entry-faults"
          faults={faults.map(({ field, words }) => ({
            field: `entry-${field}`,
            label: nameOf(field),
            words: say(words, language),
          }))}
        />
      )}
      <EntryFields
        entry={entry}
        asked={entry.kind === '' ? UNTIL_CHOSEN : askedFields(entry.kind)}
        errorOf={errorOf}
        warningOf={warningOf}
        onChange={typing.set}
        onLeave={typing.leave}
      />
      <Button id="entry-look" block onPress={look}>
        {t('type.look')}
      </Button>
    </>
  )
}
