/** Into the wallet: what it is kept for, as suggested or chosen, and a note; and then, where it is and what can be done with it. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import type { CategoryCode } from '../../../../../functions/invoices/data/categories'
import { suggestCategory } from '../../../../../functions/invoices/rules/categories'
import type { InvoiceFacts } from '../../../../../functions/invoices/rules/invoice'
import { api } from '../../../../client/api'
import { invalidate } from '../../../../client/queries'
import { go, routes } from '../../../../client/routes'
import type { Picked } from '../../../../client/upload'
import { useAction } from '../../../../client/use-action'
import { useText } from '../../../../messages'
import { Button, Card, Column, Field, Note, role, Words } from '../../../../ui'
import { texts } from '../../messages'
import type { Keeping, Known } from '../../model/answers'
import type { FromPdf } from '../../model/in-hand'
import { verdictOf } from '../../model/outcome'
import { CategoryChoice } from '../category-choice'
import { Failed } from '../failed'
import { FileToKeep, useFileToKeep } from '../file/file-to-keep'
import { isOnItsWay } from '../file/use-sending'
import { INVOICES } from '../queries'
import { noteProblem, NOTE, useNoteWords } from '../note'

interface Kept {
  readonly id: string
  readonly again: boolean
}

const Done = ({ kept, onScan }: { readonly kept: Kept; readonly onScan: () => void }) => {
  const t = useText(texts)
  const words = kept.again ? 'kept.again' : 'kept'
  return (
    <Card id="kept">
      <Column gap={12}>
        <Note tone="ok" icon="check">
          <View {...role('status')} aria-live="polite">
            <Words as="b">{t(words)}</Words>
            <Words as="s">{t(`${words}.next`)}</Words>
          </View>
        </Note>
        <Button id="kept-open" block onPress={() => void go(routes.invoice(kept.id))}>
          {t('kept.open')}
        </Button>
        <View className="sb-pair">
          <Button id="kept-wallet" kind="ghost" onPress={() => void go(routes.wallet())}>
            {t('door.wallet')}
          </Button>
          <Button id="kept-scan" kind="ghost" icon="qr" onPress={onScan}>
            {t('scan.another')}
          </Button>
        </View>
      </Column>
    </Card>
  )
}

export interface KeepProps {
  readonly facts: InvoiceFacts
  readonly known: Known | undefined
  readonly source: Keeping['source']
  readonly pdf: FromPdf | undefined
  /** The picture that its code was read in. */
  readonly photo: Picked | undefined
  readonly onScan: () => void
}

/** By what is known of the seller; what was read in a PDF knows the goods too. */
const suggestedFor = ({ known, pdf }: Pick<KeepProps, 'known' | 'pdf'>): CategoryCode =>
  pdf?.category ?? suggestCategory({ seller: known?.sellerName ?? null }).category

/** What is void, or differs from the record, may be kept; but it is not the next thing to do. */
const worthKeeping = (known: Known | undefined): boolean => {
  const verdict = known && verdictOf(known)
  return verdict !== 'void' && verdict !== 'red' && verdict !== 'mismatch'
}

export const KeepCard = (props: KeepProps) => {
  const t = useText(texts)
  const noteWords = useNoteWords()
  const { facts, known, source, pdf, photo, onScan } = props
  const file = useFileToKeep(pdf, photo)
  const [chosen, setChosen] = useState<CategoryCode>()
  const [note, setNote] = useState('')
  const [kept, setKept] = useState<Kept>()
  const keep = useAction((wish: Keeping, key) => api.invoices.keep(wish, { key }))
  const suggested = suggestedFor(props)
  const category = chosen ?? suggested
  const bad = noteProblem(note)
  const send = async (): Promise<void> => {
    if (bad !== undefined) return
    const ready = await file.ready()
    if (!ready) return
    const done = await keep.run({ facts, source, category, note: note.trim(), ...ready })
    if (!done) return
    setKept({ id: done.invoice.id, again: done.again })
    invalidate(INVOICES)
  }
  if (kept) return <Done kept={kept} onScan={onScan} />
  return (
    <Card id="keeping">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('keep')}
        </Words>
        <Words as="s">
          {t(chosen === undefined && suggested !== 'other' ? 'keep.suggested' : 'keep.lead')}
        </Words>
        <CategoryChoice id="category" value={category} onChange={setChosen} />
        <Field
          id="note"
          label={t('note')}
          value={note}
          hint={t('note.hint')}
          error={noteWords(bad)}
          maxlength={NOTE.max}
          onInput={setNote}
        />
        <FileToKeep of={file} />
        <Failed id="keep-failed" error={keep.error} />
        <Button
          id="keep"
          kind={worthKeeping(known) ? 'primary' : 'ghost'}
          icon="plus"
          block
          loading={keep.busy || isOnItsWay(file.sending.state)}
          onPress={() => void send()}
        >
          {t('keep')}
        </Button>
      </Column>
    </Card>
  )
}
