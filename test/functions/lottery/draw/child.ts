/** Freezes a long list, saying a line a piece, until it is killed. */
import { freeze } from '../../../../functions/lottery/draw/freeze'
import { entryPieces } from '../../../harness/draw/entries'
import { toFreeze } from './world'

/** Far more pieces than are waited for: there is time to be killed in. */
function* telling(): Generator<Uint8Array> {
  for (let round = 0; ; round += 1)
    for (const piece of entryPieces(300_000, `round ${round}`)) {
      process.stdout.write('piece\n')
      yield piece
    }
}

void freeze(toFreeze({ folder: process.argv[2] ?? '', entries: telling }))
