import { POD_OPTIONS } from '../kubernetes/pod-shapes';
import { objectOf, scalar, text } from '../kubernetes/shape';
import { PIPELINE } from '../pipeline/pipeline-shape';
import type { AlloyProps } from './alloy';

/** The form of an Alloy's props. */
export const ALLOY_PROPS = objectOf<AlloyProps>({
  ...POD_OPTIONS,
  name: scalar,
  instance: scalar,
  version: scalar,
  pushUrl: text,
  pipeline: PIPELINE,
  tenant: text,
  config: text,
});
