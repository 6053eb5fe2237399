// How the commands of the cluster name their database in messages.
import type { Asked } from '../store/postgres.ts';

export const CLUSTER_URL: Asked = { flag: '--db', brokeOff: 'nothing is lost: give the same command again' };
