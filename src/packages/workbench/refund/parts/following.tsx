/** The next case of the same list that the caller can go on with. */
import { useCallback } from 'react'
import { api } from '../../../../client/api'
import { replace, returnTo, routes } from '../../../../client/routes'
import { useAsked } from '../../../../client/use-asked'
import { useText } from '../../../../messages'
import { Button, Card, Column, Words } from '../../../../ui'
import { texts } from '../../messages'
import { nextOf } from '../../model/items'
import { addressOf } from '../../model/opens'
import { wishInput, wishStore } from '../../model/wish'
import { useItemWords, useYuan } from '../../model/words'

export const Following = ({ hallId, but }: { readonly hallId: string; readonly but: string }) => {
  const t = useText(texts)
  const yuan = useYuan()
  const words = useItemWords()
  const { data, failure, again } = useAsked(
    useCallback(() => api.workbench.list(wishInput(hallId, wishStore.getState().wish)), [hallId]),
  )
  const next = data && nextOf(data.items, but)
  const address = next && addressOf(next)
  return (
    <Card id="following">
      <Column gap={8}>
        <Words as="b" level={2}>
          {t('following.title')}
        </Words>
        {failure !== undefined && (
          <>
            <Words as="s" live>
              {t('following.failed')}
            </Words>
            <Button id="following-again" kind="ghost" onPress={again}>
              {t('again')}
            </Button>
          </>
        )}
        {failure === undefined && data === undefined && <Words as="s">{t('following.looking')}</Words>}
        {data !== undefined && next === undefined && <Words as="s">{t('following.none')}</Words>}
        {next && address !== undefined && (
          <>
            <Words>{t('following.what', { kind: words(next).kind, name: next.taxpayerName })}</Words>
            {next.fen !== null && <Words as="s num">{yuan(next.fen)}</Words>}
            <Button id="following-open" icon="next" onPress={() => void replace(address)}>
              {t('following.open')}
            </Button>
          </>
        )}
        <Button id="to-list" kind="ghost" onPress={() => void returnTo(routes.workbench(hallId))}>
          {t('case.toList')}
        </Button>
      </Column>
    </Card>
  )
}
