/** The way to the hall's cases, with how many the officer can go on with. */
import { go, routes } from '../../../../client/routes'
import { openWorkText, useOpenWork } from '../../../../client/use-open-work'
import { useText } from '../../../../messages'
import { Button, Card, Column, Words } from '../../../../ui'
import { texts } from '../../messages'

export const WorkbenchDoor = ({ hallId }: { readonly hallId: string }) => {
  const t = useText(texts)
  const open = openWorkText(useOpenWork(hallId).data)
  return (
    <Card className="no-print">
      <Column gap={12}>
        <Words as="b" level={2}>
          {t('work.title')}
        </Words>
        <Words as="s">{t('work.lead')}</Words>
        <Button
          id="open-workbench"
          kind="ghost"
          icon="desk"
          onPress={() => void go(routes.workbench(hallId))}
        >
          {open === undefined ? t('work.open') : t('work.openSome', { n: open })}
        </Button>
      </Column>
    </Card>
  )
}
