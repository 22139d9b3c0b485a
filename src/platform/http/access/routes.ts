import { RequestMethod, type INestApplicationContext } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { SHOWS_AGAIN } from '../forms/shows-again.decorator.js';
import { ACCESS, type Access } from './public.decorator.js';
import { KEPT, type KeptUntil } from './revalidated.decorator.js';
import { ASKED_WHILE_READING, FOR_MACHINES } from './routes.decorators.js';

export interface Route {
  handler: string;
  method: string;
  /** With its parameters: `/api/v1/reviews/:slug`. */
  path: string;
  /** Undefined where it declares nothing, and is closed. */
  access: Access | undefined;
  /** Whether a form that is too old is shown again. */
  showsAgain: boolean;
  /** Whether it is for programs, and not a page. */
  isForMachines: boolean;
  /** Whether pages ask it while people read or type. */
  isAskedWhileReading: boolean;
  /** Until when its answers may be kept while the content stays as it is; null where they are not kept. */
  keptUntil: KeptUntil | null;
  /** Whether it reads any parameters of its address. */
  hasParameters: boolean;
}

/** Every handler of every controller, with what it declares. */
export function routesOf(app: INestApplicationContext): Route[] {
  const scanner = new MetadataScanner();
  const reflector = new Reflector();
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  return controllers.flatMap(({ metatype }) => {
    const { prototype, name } = metatype as unknown as {
      prototype: Record<string, () => void>;
      name: string;
    };
    const base = Reflect.getMetadata(PATH_METADATA, metatype as object) as string;
    return scanner.getAllMethodNames(prototype).flatMap((key) => {
      const handler = prototype[key]!;
      const own = Reflect.getMetadata(PATH_METADATA, handler) as string | string[] | undefined;
      if (own === undefined) return [];
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod] ?? '';
      const access = reflector.getAllAndOverride<Access | undefined>(ACCESS, [
        handler,
        metatype as () => void,
      ]);
      const showsAgain = reflector.get<true | undefined>(SHOWS_AGAIN, handler) ?? false;
      const told = toldOf(reflector, metatype as () => void, handler, key);
      return [own].flat().map((each) => {
        const path = `/${base}/${each}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
        return { handler: `${name}.${key}`, method, path, access, showsAgain, ...told };
      });
    });
  });
}

function toldOf(
  reflector: Reflector,
  controller: () => void,
  handler: () => void,
  key: string,
): Pick<Route, 'isForMachines' | 'isAskedWhileReading' | 'keptUntil' | 'hasParameters'> {
  const read = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, key) ?? {}) as object;
  return {
    isForMachines: reflector.get<true | undefined>(FOR_MACHINES, controller) ?? false,
    isAskedWhileReading: reflector.get<true | undefined>(ASKED_WHILE_READING, handler) ?? false,
    keptUntil: reflector.get<KeptUntil | undefined>(KEPT, handler) ?? null,
    hasParameters: Object.keys(read).some((name) => name.startsWith(`${RouteParamtypes.QUERY}:`)),
  };
}
