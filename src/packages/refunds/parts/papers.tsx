/** The application and the decision as papers, to keep, print or show. */
import { useState } from 'react'
import { api } from '../../../client/api'
import { openPaper } from '../../../client/open-paper'
import { readPaper } from '../../../client/paper'
import { useAction } from '../../../client/use-action'
import { useText } from '../../../messages'
import { Button, Card, Column, Note, Words } from '../../../ui'
import { texts } from '../messages'
import type { CaseFull } from '../model/answers'
import { hasDecision } from '../model/progress'

type What = 'application' | 'decision'

const Paper = ({ id, what }: { readonly id: string; readonly what: What }) => {
  const t = useText(texts)
  const [shown, setShown] = useState<'opened' | 'not'>()
  const open = useAction((of: string) =>
    readPaper((place) => api.refunds.paper({ id: of, what, place })).then(openPaper),
  )
  return (
    <>
      <Button
        id={`paper-${what}`}
        kind="ghost"
        icon="download"
        loading={open.busy}
        onPress={() => void open.run(id).then(setShown)}
      >
        {t(`paper.${what}`)}
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

export const Papers = ({ it }: { readonly it: CaseFull }) => {
  const t = useText(texts)
  return (
    <Card id="papers">
      <Column gap={8}>
        <Words as="h" level={2}>
          {t('paper.title')}
        </Words>
        <Words as="s">{t('paper.lead')}</Words>
        <Paper id={it.id} what="application" />
        {hasDecision(it) && <Paper id={it.id} what="decision" />}
      </Column>
    </Card>
  )
}
