internal import Kolada
internal import AsyncHTTPClient
