/** A number for who has no booking: the matter is chosen, then the number is given. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import type { ApiError } from '../../../../client/errors'
import { useText } from '../../../../messages'
import { Button, Card, classes, Column, Note, role, Words } from '../../../../ui'
import { texts } from '../../messages'
import type { Desk } from '../../model/answers'
import { MatterChoice } from '../../parts/matter-choice'

export const WalkIn = ({
  desk,
  busy,
  error,
  onIssue,
}: {
  readonly desk: Desk
  readonly busy: boolean
  readonly error: ApiError | undefined
  readonly onIssue: (matter: string) => void
}) => {
  const t = useText(texts)
  const [matter, setMatter] = useState<string>()
  return (
    <Card id="walk-in">
      <Column gap={12}>
        <Column gap={4}>
          <Words as="h" level={2}>
            {t('walkIn.title')}
          </Words>
          <Words as="s">{t('walkIn.lead')}</Words>
        </Column>
        <MatterChoice id="issue" matters={desk.matters} value={matter} onChange={setMatter} />
        <View className={classes('sb-col g8', matter !== undefined && 'hd-stick')}>
          {error && (
            <Note tone="danger" icon="warn">
              <View id="issue-failed" {...role('alert')}>
                <Words as="b">{error.message}</Words>
                {error.retry && <Words>{t('failed.again')}</Words>}
              </View>
            </Note>
          )}
          <Button
            id="issue"
            loading={busy}
            disabled={matter === undefined}
            onPress={() => matter !== undefined && onIssue(matter)}
          >
            {t(matter === undefined ? 'walkIn.choose' : 'walkIn.issue')}
          </Button>
        </View>
      </Column>
    </Card>
  )
}
