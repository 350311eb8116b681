import { POD_OPTIONS } from '../kubernetes/pod-shapes';
import { mapping, objectOf, scalar, text } from '../kubernetes/shape';
import { PIPELINE } from '../pipeline/pipeline-shape';
import { ADOPTED_PROMTAIL } from './adopted-promtail';
import type { PromtailProps } from './promtail';

/** The form of a Promtail's props. */
export const PROMTAIL_PROPS = objectOf<PromtailProps>({
  ...POD_OPTIONS,
  name: scalar,
  instance: scalar,
  version: scalar,
  pushUrl: text,
  adopt: ADOPTED_PROMTAIL,
  pipeline: PIPELINE,
  tenant: text,
  config: mapping,
});
