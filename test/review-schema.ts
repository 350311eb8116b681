import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';

const validate = new Ajv2020({ strict: true, strictRequired: false }).compile(
  JSON.parse(readFileSync(join(__dirname, '../docs/review.schema.json'), 'utf8')),
);

/** What is wrong with a review, as it is printed, by docs/review.schema.json. */
export function schemaErrors(review: unknown): unknown {
  validate(JSON.parse(JSON.stringify(review)));
  return validate.errors ?? [];
}
