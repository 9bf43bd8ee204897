/** `npm run compose`: writes schema/supergraph.graphql and schema/catalogue.json; with `--check` only says whether they are fresh. */

import { composeAll } from '../../vocabulary/compose.ts'
import { ComposeError } from '../../vocabulary/derivation/problems.ts'

const check = process.argv.includes('--check')
try {
  const { stale } = composeAll({ check })
  for (const file of stale) console.log(check ? `${file} is not fresh: run npm run compose` : `wrote ${file}`)
  if (stale.length === 0) console.log('supergraph and catalogue are fresh')
  process.exitCode = check && stale.length > 0 ? 1 : 0
} catch (error) {
  if (!(error instanceof ComposeError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
