/** The books as a spreadsheet. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Day } from '../../../../../functions/core/pure/time'
import { api } from '../../../../client/api'
import { openPaper } from '../../../../client/open-paper'
import { readPaper } from '../../../../client/paper'
import { useAction } from '../../../../client/use-action'
import { useText } from '../../../../messages'
import { Button, Card, Column, Note, role, Words } from '../../../../ui'
import { texts } from '../../messages'

interface Range {
  readonly campaign: string
  readonly until: Day
  readonly days: number
}

export const SheetCard = (range: Range) => {
  const t = useText(texts)
  const [told, setTold] = useState<'opened' | 'not'>()
  const sheet = useAction(async (of: Range) =>
    openPaper(await readPaper((place) => api.lottery.statisticsSheet({ ...of, place }))),
  )
  return (
    <Card>
      <Column gap={12}>
        <Words as="s">{t('sheet.lead')}</Words>
        {sheet.error && (
          <Note tone="danger" icon="warn">
            <View {...role('alert')}>{sheet.error.message}</View>
          </Note>
        )}
        {told !== undefined && (
          <Words id="sheet-told" as={told === 'opened' ? 'ok' : 'warn'} live>
            {t(`sheet.${told}`)}
          </Words>
        )}
        <Button
          id="sheet"
          kind="ghost"
          icon="download"
          loading={sheet.busy}
          onPress={() => void sheet.run(range).then(setTold)}
        >
          {t('sheet.yes')}
        </Button>
      </Column>
    </Card>
  )
}
