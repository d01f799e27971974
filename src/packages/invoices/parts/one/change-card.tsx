/** Category and note of an invoice of the wallet, changed where they stand. */
import { useState } from 'react'
import { api } from '../../../../client/api'
import { useAction } from '../../../../client/use-action'
import { useText } from '../../../../messages'
import { Button, Card, Column, Field, Words } from '../../../../ui'
import { texts } from '../../messages'
import type { WalletInvoice } from '../../model/answers'
import { CategoryChoice } from '../category-choice'
import { Failed } from '../failed'
import { NOTE, noteProblem, useNoteWords } from '../note'

type Change = Pick<WalletInvoice, 'id' | 'category' | 'note'>

export const ChangeCard = ({
  it,
  onChange,
}: {
  readonly it: WalletInvoice
  readonly onChange: (it: WalletInvoice) => void
}) => {
  const t = useText(texts)
  const noteWords = useNoteWords()
  const [category, setCategory] = useState(it.category)
  const [note, setNote] = useState(it.note)
  const [saved, setSaved] = useState(false)
  const change = useAction((wish: Change, key) => api.invoices.change(wish, { key }))
  const bad = noteProblem(note)
  const changed = category !== it.category || note.trim() !== it.note
  const save = async (): Promise<void> => {
    if (bad !== undefined) return
    const done = await change.run({ id: it.id, category, note: note.trim() })
    if (!done) return
    setSaved(true)
    onChange(done.invoice)
  }
  return (
    <Card id="changing">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('change.title')}
        </Words>
        <CategoryChoice id="category" value={category} onChange={setCategory} />
        <Field
          id="note"
          label={t('note')}
          value={note}
          hint={t('note.hint')}
          error={noteWords(bad)}
          maxlength={NOTE.max}
          onInput={setNote}
        />
        <Failed id="change-failed" error={change.error} />
        {saved && !changed && (
          <Words id="change-saved" as="s ok" live>
            {t('change.saved')}
          </Words>
        )}
        {changed && (
          <Button id="change-save" block loading={change.busy} onPress={() => void save()}>
            {t('change.save')}
          </Button>
        )}
      </Column>
    </Card>
  )
}
