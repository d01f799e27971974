/** A new reimbursement list: nothing but its name. */
import { useState } from 'react'
import { fieldProblem } from '../../../../../functions/core/pure/typed-text'
import { api } from '../../../../client/api'
import { useAction } from '../../../../client/use-action'
import { useText } from '../../../../messages'
import { useProblemText } from '../../../../messages/text-problem'
import { Button, Column, Field } from '../../../../ui'
import { texts } from '../../messages'
import type { Reimbursement } from '../../model/answers'
import { Failed } from '../failed'

const TITLE = { min: 1, max: 60 } as const

export const MakeList = ({ onMade }: { readonly onMade: (list: Reimbursement) => void }) => {
  const t = useText(texts)
  const problemText = useProblemText()
  const [title, setTitle] = useState('')
  const [tried, setTried] = useState(false)
  const make = useAction((wish: { readonly title: string }, key) => api.invoices.makeList(wish, { key }))
  const problem = fieldProblem(title, TITLE)
  const send = async (): Promise<void> => {
    setTried(true)
    if (problem !== undefined) return
    const done = await make.run({ title: title.trim() })
    if (!done) return
    setTitle('')
    setTried(false)
    onMade(done.list)
  }
  return (
    <Column gap={12}>
      <Field
        id="list-title"
        label={t('make.name')}
        value={title}
        hint={t('make.hint')}
        error={problemText(problem, { tried, own: { required: t('make.required') } })}
        maxlength={TITLE.max}
        onInput={setTitle}
      />
      <Failed id="make-failed" error={make.error} />
      <Button id="list-make" kind="ghost" icon="plus" block loading={make.busy} onPress={() => void send()}>
        {t('make')}
      </Button>
    </Column>
  )
}
