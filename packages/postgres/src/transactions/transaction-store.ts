import type { Page, PrivateData, Transaction, TransactionStore } from '@upi-autopay/engine'
import type { Driver } from '../drivers/driver.ts'
import { type List, readPage } from '../resources/page-statement.ts'
import { privateData } from '../resources/private-data.ts'
import { RESOURCE_COLUMNS, type ResourceColumns, resourceRow } from '../resources/resource-row.ts'
import { SIGNED } from '../settlements/statements.ts'
import { MONEY_KINDS, transactionFilters } from './transaction-filters.ts'

/** The money's history in SQL, by an index over the kinds that move money. */
export function createSqlTransactionStore(driver: Driver): TransactionStore {
  return {
    async get({ merchant_id, mode }, id) {
      const [row] = await driver.query<Columns>(GET, [merchant_id, mode, id])
      return row === undefined ? null : transactionOf(row)
    },
    list: (query): Promise<Page<Transaction>> =>
      readPage(driver, TRANSACTIONS, query, transactionFilters(query), transactionOf),
  }
}

interface Columns extends ResourceColumns {
  readonly private: PrivateData | null
  readonly moved: Pick<Transaction, 'net' | 'fees' | 'settlement_ids'>
}

function transactionOf(columns: Columns): Transaction {
  const { net, fees, settlement_ids } = columns.moved
  return {
    row: resourceRow(columns),
    private: columns.private ?? {},
    net,
    fees,
    settlement_ids: [...new Set(settlement_ids)],
  }
}

/** What a resource `r` moved: the ids of its movements begin with its own. */
const MOVED = `(
  select json_build_object('net', coalesce(sum(${SIGNED}), 0), 'fees', coalesce(sum(m.fee), 0), 'settlement_ids',
    coalesce(json_agg(m.settlement_id order by m.at, m.id) filter (where m.settlement_id is not null), '[]'))
  from movements m
  where m.merchant_id = $1 and m.mode = $2 and m.id >= r.id || ':' and m.id < r.id || ';'
)`

const TRANSACTIONS: List = {
  name: 'list_transactions',
  columns: `${RESOURCE_COLUMNS}, ${privateData('r.stream')} as private, ${MOVED} as moved`,
  table: 'resources',
  alias: 'r',
  // As the index has it, word for word.
  always: `r.kind in (${MONEY_KINDS})`,
  sortOf: (id) => `substr(${id}::text, 5)`,
}

const GET = {
  name: 'get_transaction',
  text: `select ${TRANSACTIONS.columns} from resources r
where r.merchant_id = $1 and r.mode = $2 and r.kind = any(array[${MONEY_KINDS}]) and r.id = $3`,
}
