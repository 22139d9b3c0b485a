import { Inject, Logger, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import type { Request, Response } from 'express';
import { CONFIG, type Config } from '../platform/config.js';
import { Public } from '../platform/http/access/public.decorator.js';
import { MachineRoutes } from '../platform/http/access/routes.decorators.js';
import { LibraryError } from '../platform/http/errors/library-error.js';
import { AsksByBody } from '../platform/http/forms/asks-by-body.decorator.js';
import { libraryOrigin } from '../platform/http/origin.js';
import { sayFault } from '../platform/log/say-fault.js';
import { isForeignHost } from './foreign-host.js';
import { libraryServer } from './library-server.js';
import { LibraryTools } from './library-tools.js';

/** No question to a tool is near as long. */
const LONGEST_MESSAGE = 64 * 1024;

/** The Model Context Protocol over streamable HTTP, for assistants: without sessions, with JSON answers, and read only. */
@ApiExcludeController()
@MachineRoutes('mcp')
export class McpController {
  private readonly logger = new Logger('MCP');

  constructor(
    private readonly tools: LibraryTools,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post()
  @Public()
  @AsksByBody('application/json', LONGEST_MESSAGE)
  async ask(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (isForeignHost(request, this.config))
      throw new LibraryError('forbidden', 'This is not the library’s own name.');
    response.setHeader('Cache-Control', 'no-store');
    const message = readMessage(request.body as string);
    if (message === undefined || Array.isArray(message)) {
      // As JSON-RPC says it. Of several in one body each would be a question that is not counted.
      const error = message === undefined ? PARSE_ERROR : BATCH_ERROR;
      response.status(400).json({ jsonrpc: '2.0', error, id: null });
      return;
    }
    const origin = libraryOrigin(request, this.config);
    const server = libraryServer(this.tools, origin, (fault) => this.logger.error(sayFault(fault)));
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
    response.on('close', () => void server.close());
    await server.connect(transport);
    await transport.handleRequest(request, response, message);
  }
}

const PARSE_ERROR = { code: -32700, message: 'Parse error: the body is not JSON.' };
const BATCH_ERROR = { code: -32600, message: 'Invalid request: send one message at a time.' };

function readMessage(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
