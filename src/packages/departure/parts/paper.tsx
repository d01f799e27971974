/** The form as a paper, for who would rather carry one. */
import { useState } from 'react'
import { api } from '../../../client/api'
import { openPaper } from '../../../client/open-paper'
import { readPaper } from '../../../client/paper'
import { useAction } from '../../../client/use-action'
import { useText } from '../../../messages'
import { Button, Note, Words } from '../../../ui'
import { texts } from '../messages'

export const FormPaper = ({ id }: { readonly id: string }) => {
  const t = useText(texts)
  const [shown, setShown] = useState<'opened' | 'not'>()
  const open = useAction((formId: string) =>
    readPaper((place) => api.refunds.departurePaper({ formId, place })).then(openPaper),
  )
  return (
    <>
      <Button
        id="paper"
        kind="ghost"
        icon="download"
        loading={open.busy}
        onPress={() => void open.run(id).then(setShown)}
      >
        {t('paper.open')}
      </Button>
      {shown === 'opened' && process.env.TARO_ENV !== 'weapp' && (
        <Words as="s" live>
          {t('paper.opened')}
        </Words>
      )}
      {(shown === 'not' || open.error) && (
        <Note tone="warn" icon="warn">
          <Words live>{open.error?.message ?? t('paper.not')}</Words>
        </Note>
      )}
    </>
  )
}
